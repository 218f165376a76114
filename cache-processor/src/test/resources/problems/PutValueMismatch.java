//1 error [PutValueMismatch] save(long id, User user) puts java.lang.Long into cache "users", of which find(long id) reads Users.User; put a value of that type.
//2 error [PutValueMismatch] add(long id) puts java.lang.String into cache "users", of which find(long id) reads Users.User; put a value of that type.
import dev.larder.annotation.*;

interface Users {
  record User(long id) {}

  @Cached(name = "users")
  User find(long id);

  @CachePut(name = "users", include = "id", value = "user")
  void keep(long id, User user);

  @CachePut(name = "users", include = "id", value = /*1*/"user.id")
  void save(long id, User user);

  /*2*/@CachePut(name = "users")
  String add(long id);
}
