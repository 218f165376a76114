//1 error [CacheTwoChains] Cache "users" is in chain "redis" for Finder.find(long id), but in chain "default" for Names.name(long id); name one chain, or stack both on one method.
//2 error [CacheTwoChains] Cache "users" is in chain "redis" for Finder.find(long id), but in chain "memcached" for Saver.drop(long id); name one chain, or stack both on one method.
import dev.larder.annotation.*;

interface Finder {
  @Cached(using = "redis", name = "users")
  String find(long id);

  @Cached(using = "near", name = "stacked")
  @Cached(using = "redis", name = "stacked")
  String stacked(long id);
}

interface Names {
  /*1*/@Cached(name = "users")
  String name(long id);
}

interface Saver {
  @CacheEvict(using = /*2*/"memcached", name = "users")
  void drop(long id);

  @CacheEvict(name = "users")
  void open(long id);

  @CacheEvict(using = "near", name = "stacked")
  void near(long id);
}
