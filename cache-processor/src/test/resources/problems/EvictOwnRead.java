//1 error [EvictOwnRead] byId(long id) evicts from cache "users" what it has just read, so nothing is ever kept; keep one of them.
//2 error [EvictOwnRead] byName(String name) evicts from cache "names" what it has just read, so nothing is ever kept; keep one of them.
//3 error [EvictOwnRead] stacked(int id) evicts from cache "stacked" what it has just read, so nothing is ever kept; keep one of them.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users", include = "id")
  /*1*/@CacheEvict(name = "users")
  String byId(long id);

  @Cached(name = "names")
  /*2*/@CacheEvict(name = "names", allEntries = true, beforeInvocation = true)
  String byName(String name);

  @Cached(name = "stacked", using = "near")
  @Cached(name = "stacked", using = "far")
  /*3*/@CacheEvict(name = "stacked", using = "far")
  String stacked(int id);

  @Cached(name = "moved", include = "to")
  @CacheEvict(name = "moved", include = "from")
  @CacheEvict(name = "users", include = "to")
  String moved(long from, long to);
}
