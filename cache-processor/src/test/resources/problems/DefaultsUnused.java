//1 warning [DefaultsUnused] It in @CacheDefaults on Empty has no effect: it sets nothing; remove it.
//2 warning [DefaultsUnused] ttl in @CacheDefaults on Users has no effect: no annotation of a method takes it; remove it.
//3 warning [DefaultsUnused] It in @CacheDefaults on None has no effect: no method is annotated; remove it.
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
