//1 warning [OpenValue] generic(long id) returns T, but java.lang.Object can be anything, so the value can stay in the heap only; return a type whose subtypes are known.
import dev.larder.annotation.*;

interface Things {
  /*1*/@Cached
  <T> T generic(long id);
}
