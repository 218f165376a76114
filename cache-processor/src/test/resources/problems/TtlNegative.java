//1 error [TtlNegative] ttl = -5 is below -1; state seconds, 0 or, to inherit, -1.
//2 error [TtlNegative] localTtl = -2 is below -1; state seconds, 0 or, to inherit, -1.
//3 error [TtlNegative] nullTtl = -60 is below -1; state seconds, 0 or, to inherit, -1.
//5 error [TtlNegative] refreshAfter = -240 is below -1; state seconds, 0 or, to inherit, -1.
//6 error [TtlNegative] staleTtl = -3 is below -1; state seconds, 0 or, to inherit, -1.
//4 error [TtlNegative] ttl = -300 is below -1; state seconds, 0 or, to inherit, -1.
import dev.larder.annotation.*;

@CacheDefaults(ttl = /*4*/-300)
interface Users {
  @Cached(ttl = /*1*/-5, localTtl = /*2*/-2, nullTtl = /*3*/-60)
  String one(long id);

  @Cached(refreshAfter = /*5*/-240, staleTtl = /*6*/-3)
  String three(long id);

  @Cached(localTtl = -1, nullTtl = 0)
  String two(long id);
}
