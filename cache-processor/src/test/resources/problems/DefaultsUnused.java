//1 warning [DefaultsUnused] @CacheDefaults on Empty sets nothing; remove it.
//2 warning [DefaultsUnused] @CacheDefaults on Users sets ttl, which no annotation of a method takes; remove it.
//3 warning [DefaultsUnused] @CacheDefaults on None has no annotated method to act on; remove it.
import dev.larder.annotation.*;

/*1*/@CacheDefaults
interface Empty {
  @Cached
  String find(long id);
}

@CacheDefaults(name = "users", ttl = /*2*/60)
interface Users {
  @Cached(ttl = 30)
  String find(long id);

  @CacheEvict
  void drop(long id);
}

/*3*/@CacheDefaults(ttl = 60)
interface None {
  String find(long id);
}
