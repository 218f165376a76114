//1 error [AgeWithoutEnd] refreshAfter = 30 means nothing to entries without an end; state a ttl, or remove refreshAfter.
//2 error [AgeWithoutEnd] staleTtl = 3600 means nothing to entries without an end; state a ttl, or remove staleTtl.
import dev.larder.annotation.*;

interface Users {
  @Cached(ttl = 0, refreshAfter = /*1*/30, staleTtl = /*2*/3600)
  String one(long id);

  @Cached(ttl = 0, refreshAfter = 0, staleTtl = 0)
  String two(long id);

  @Cached(refreshAfter = 30, staleTtl = 3600)
  String three(long id);
}
