//1 error [ResultVoid] run(long id) returns void, so there is nothing to cache; return the value, or use @CacheEvict.
//2 error [ResultVoid] call(long id) returns java.lang.Void, so there is nothing to cache; return the value, or use @CacheEvict.
import dev.larder.annotation.*;

interface Jobs {
  /*1*/@Cached
  void run(long id);

  /*2*/@Cached
  Void call(long id);
}
