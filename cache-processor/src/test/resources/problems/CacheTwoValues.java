//1 error [CacheTwoValues] Cache "users" holds java.lang.String for name(long id), but java.lang.Integer for age(long id); give one of them another name.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users")
  String name(long id);

  @Cached(name = "users")
  java.util.Optional<String> nameIfAny(long id);

  /*1*/@Cached(name = "users")
  int age(long id);
}
