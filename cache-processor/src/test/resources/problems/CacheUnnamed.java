//1 error [CacheUnnamed] @CacheEvict on drop(long id) names no cache; set its name, or one in @CacheDefaults on Users.
//2 error [CacheUnnamed] @CachePut on put(long id) names no cache; set its name, or one in @CacheDefaults on Users.
import dev.larder.annotation.*;

interface Users {
  /*1*/@CacheEvict
  void drop(long id);

  /*2*/@CachePut
  String put(long id);
}
