//1 error [KeyMismatch] move(long id, String region) reaches cache "users" by (long, String), but drop(long id) reaches it by (long); give both the same parts in the same order, or set allEntries = true.
//2 error [PutValueMismatch] age(long id) puts java.lang.Integer into cache "users", of which put(long id) puts java.lang.String; put a value of that type.
import dev.larder.annotation.*;

interface Users {
  @CacheEvict(name = "users")
  void drop(long id);

  /*1*/@CacheEvict(name = "users")
  void move(long id, String region);

  @CachePut(name = "users")
  String put(long id);

  /*2*/@CachePut(name = "users")
  int age(long id);
}
