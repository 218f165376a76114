//1 error [CacheTwoChains] Cache "users" is in chain "redis" for byId(long id), but in chain "default" for again(long id); name one chain, or stack both on one method.
//2 error [CacheTwoChains] Cache "users" is in chain "redis" for byId(long id), but in chain "memcached" for drop(long id); name one chain, or stack both on one method.
import dev.larder.annotation.*;

interface Users {
  @Cached(using = "redis", name = "users")
  String byId(long id);

  /*1*/@Cached(name = "users")
  String again(long id);

  @CacheEvict(using = /*2*/"memcached", name = "users")
  void drop(long id);

  @Cached(using = "default", name = "stacked")
  @Cached(using = "redis", name = "stacked")
  String stacked(long id);

  @CacheEvict(using = "redis", name = "stacked")
  void one(long id);

  @CacheEvict(name = "stacked")
  void both(long id);
}
