//1 error [PutValueMismatch] Saver.put(long id, int age) puts java.lang.Integer into cache "users", of which Finder.find(long id) reads java.lang.String; put a value of that type.
import dev.larder.annotation.*;

interface Finder {
  @Cached(name = "users")
  String find(long id);

  @Cached(name = "shapes")
  @SuppressWarnings("larder.OpenValue")
  Shape shape(long id);
}

interface Shape {}

record Circle(int radius) implements Shape {}

interface Saver {
  @CachePut(name = "users", include = "id", value = /*1*/"age")
  void put(long id, int age);

  @CachePut(name = "shapes", include = "id", value = "circle")
  void circle(long id, Circle circle);
}
