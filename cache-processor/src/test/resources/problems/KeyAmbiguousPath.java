//1 error [KeyAmbiguousPath] "id" in "user.id" can mean long id() or java.lang.String getId(); write "getId" for the getter, or rename one of them.
//2 error [KeyAmbiguousPath] "result" in "result" can mean the parameter of save(long result) or its result; rename one of them.
import dev.larder.annotation.*;

interface Users {
  class User {
    long id() { return 1; }
    String getId() { return "1"; }
  }

  @CacheEvict(name = "users", include = /*1*/"user.id")
  void one(User user);

  @CacheEvict(name = "users", include = /*2*/"result")
  long save(long result);
}
