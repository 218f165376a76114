//1 error [PutNothing] save(long id, String name) returns nothing to put into cache "names"; name a parameter by value.
import dev.larder.annotation.*;

interface Names {
  /*1*/@CachePut(name = "names", include = "id")
  void save(long id, String name);
}
