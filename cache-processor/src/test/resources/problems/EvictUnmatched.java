//1 warning [EvictUnmatched] drop(long id) evicts from cache "user", which no method of this compilation reads. Did you mean "users"?
//2 warning [EvictUnmatched] clear() evicts from cache "orders", which no method of this compilation reads; correct the name, or suppress this if another module reads it.
//3 warning [EvictUnmatched] put(long id) puts into cache "prices", which no method of this compilation reads; correct the name, or suppress this if another module reads it.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users")
  String find(long id);

  @CacheEvict(name = "users")
  @CacheEvict(name = /*1*/"user")
  void drop(long id);
}

interface Writers {
  @CacheEvict(name = /*2*/"orders", allEntries = true)
  void clear();

  @CachePut(name = /*3*/"prices")
  String put(long id);

  @CacheEvict(name = "users")
  void known(long id);

  @CacheEvict(name = "elsewhere")
  @SuppressWarnings("larder.EvictUnmatched")
  void other(long id);
}
