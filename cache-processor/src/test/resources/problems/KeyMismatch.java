//1 error [KeyMismatch] drop(int id) reaches cache "users" by (int), but find(long id) reads it by (long); give both the same parts in the same order, or set allEntries = true.
//2 error [KeyMismatch] put(String region, long id, String name) reaches cache "names" by (String, long), but name(long id, String region) reads it by (long, String); give both the same parts in the same order.
//3 error [KeyMismatch] move(long id, String region) reaches cache "users" by (long, String), but find(long id) reads it by (long); give both the same parts in the same order, or set allEntries = true.
//4 error [KeyMismatch] add(User user, Object source) reaches cache "all" by (Users.User, java.lang.Object), but all() reads it by (); set allEntries = true.
//5 error [KeyMismatch] remove(long id) reaches cache "all" by (long), but all() reads it by (); set allEntries = true.
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

  @Cached(name = "all")
  int all();

  /*4*/@CacheEvict(name = "all")
  void add(User user, Object source);

  /*5*/@CacheEvict(name = "all")
  void remove(long id);

  @CacheEvict(name = "all")
  void reload();
}
