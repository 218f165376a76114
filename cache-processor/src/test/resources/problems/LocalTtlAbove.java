//1 error [LocalTtlAbove] localTtl = 60 is above ttl = 30; the local tier cannot keep an entry longer.
//3 error [LocalTtlAbove] localTtl = 20 is above ttl = 10; the local tier cannot keep an entry longer.
//2 error [LocalTtlAbove] localTtl = 301 is above ttl = 300; the local tier cannot keep an entry longer.
import dev.larder.annotation.*;

@CacheDefaults(ttl = 300)
interface Users {
  @Cached(ttl = 30, localTtl = /*1*/60)
  String one(long id);

  @Cached(localTtl = /*2*/301)
  String two(long id);

  @Cached(ttl = 0, localTtl = 301)
  String three(long id);
}

interface Shared {
  @Cached(name = "shared", localTtl = /*3*/20)
  String one(long id);

  @Cached(name = "shared", ttl = 10)
  String two(long id);
}
