//1 error [RefreshAfterAbove] refreshAfter = 30 is not below ttl = 30; an entry would end before it is refreshed.
//3 error [RefreshAfterAbove] refreshAfter = 20 is not below ttl = 10; an entry would end before it is refreshed.
//2 error [RefreshAfterAbove] refreshAfter = 301 is not below ttl = 300; an entry would end before it is refreshed.
import dev.larder.annotation.*;

@CacheDefaults(ttl = 300)
interface Users {
  @Cached(ttl = 30, refreshAfter = /*1*/30)
  String one(long id);

  @Cached(refreshAfter = /*2*/301)
  String two(long id);

  @Cached(ttl = 30, refreshAfter = 29, staleTtl = 3600)
  String three(long id);
}

interface Shared {
  @Cached(name = "shared", refreshAfter = /*3*/20)
  String one(long id);

  @Cached(name = "shared", ttl = 10)
  String two(long id);
}
