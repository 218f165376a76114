//1 error [JitterOutOfRange] jitter = 1.5 is no share; state one from 0 to 1.
//2 error [JitterOutOfRange] jitter = -0.1 is no share; state one from 0 to 1.
import dev.larder.annotation.*;

interface Users {
  @Cached(jitter = /*1*/1.5)
  String one(long id);

  @Cached(jitter = /*2*/-0.1)
  String two(long id);

  @Cached(jitter = 0.1)
  String three(long id);
}
