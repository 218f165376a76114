//1 error [KeyNamedTwice] include of @Cached names "id" twice; keep one.
//2 error [KeyNamedTwice] include of @CacheEvict names "user.id" twice; keep one.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users", include = {"id", "name", /*1*/"id"})
  String one(long id, String name);

  @CacheEvict(name = "drop", include = {"user.id", /*2*/"user.id"})
  void drop(User user);

  @Cached(name = "drop")
  String dropped(long id, long again);

  record User(long id, String name) {}
}
