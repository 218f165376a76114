//1 error [KeyMismatch] drop(int id) reaches cache "users" by (int), but find(long id) reads it by (long); give both the same parts in the same order.
//2 error [KeyMismatch] put(String region, long id, String name) reaches cache "names" by (String, long), but name(long id, String region) reads it by (long, String); give both the same parts in the same order.
//3 error [KeyMismatch] move(long id, String region) reaches cache "users" by (long, String), but find(long id) reads it by (long); give both the same parts in the same order.
import dev.larder.annotation.*;

interface Users {
  record User(long id) {}

  @Cached(name = "users")
  User find(long id);

  @Cached(name = "names")
  String name(long id, String region);

  @CacheEvict(name = "users", include = /*1*/"id")
  void drop(int id);

  @CachePut(name = "names", include = /*2*/{"region", "id"}, value = "name")
  void put(String region, long id, String name);

  /*3*/@CacheEvict(name = "users")
  void move(long id, String region);
}
