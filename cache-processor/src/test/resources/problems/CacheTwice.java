//1 error [CacheTwice] byId(long id) is cached twice in cache "users" of chain "default"; keep one @Cached.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users")
  /*1*/@Cached(name = "users")
  String byId(long id);
}
