//1 error [CacheTwoKeys] Cache "users" is read by (long) in byId(long id), but by (String) in byName(String name); give both the same parts, or one of them another name.
//2 error [CacheTwoKeys] Cache "users" is read by (long) in byId(long id), but by (long, boolean) in deep(long id, boolean deep); give both the same parts, or one of them another name.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users")
  String byId(long id);

  @Cached(name = "users")
  String byBox(Long id);

  /*1*/@Cached(name = "users")
  String byName(String name);

  @Cached(name = "users", include = /*2*/{"id", "deep"})
  String deep(long id, boolean deep);
}
