//1 error [NullTtlAbove] nullTtl = 100 is above ttl = 10; a null is kept no longer than a value.
//2 error [NullTtlAbove] nullTtl = 301 is above ttl = 300; a null is kept no longer than a value.
//3 error [NullTtlAbove] nullTtl = 20 is above ttl = 10; a null is kept no longer than a value.
import dev.larder.annotation.*;

@CacheDefaults(ttl = 300)
interface Users {
  @Cached(ttl = 10, nullTtl = /*1*/100)
  String one(long id);

  @Cached(nullTtl = /*2*/301)
  String two(long id);

  @Cached(ttl = 0, nullTtl = 301)
  String three(long id);

  @Cached(nullTtl = 300)
  String four(long id);
}

interface Shared {
  @Cached(name = "shared", nullTtl = /*3*/20)
  String one(long id);

  @Cached(name = "shared", ttl = 10)
  String two(long id);
}
