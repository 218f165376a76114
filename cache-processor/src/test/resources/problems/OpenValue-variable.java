//1 error [OpenValue] generic(long id) returns T, but java.lang.Object can be anything, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
import dev.larder.annotation.*;

interface Things {
  /*1*/@Cached
  <T> T generic(long id);
}
