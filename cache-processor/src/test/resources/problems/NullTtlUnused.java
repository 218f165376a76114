//1 error [NullTtlUnused] count(long id) returns int, which is never null; remove nullTtl.
import dev.larder.annotation.*;

interface Users {
  @Cached(nullTtl = /*1*/30)
  int count(long id);

  @Cached(nullTtl = 0)
  int none(long id);

  @Cached(nullTtl = 30)
  Integer boxed(long id);

  @Cached(nullTtl = 30)
  java.util.OptionalInt optional(long id);
}
