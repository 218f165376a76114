//option -Alarder.OpenValue=warn
//1 warning [OpenValue] any(long id) returns java.lang.Object, but java.lang.Object can be anything, so no store can keep it; name its classes by @CacheTypes, or suppress this if it stays in the heap.
import dev.larder.annotation.*;

interface Things {
  /*1*/@Cached
  Object any(long id);
}
