//1 error [KeyUnknownPath] Users.User has no "idd" that "user.idd" could read. Did you mean "id"?
//2 error [KeyUnknownPath] long has no "x" that "user.id.x" could read.
//3 error [KeyUnknownPath] Users.User has no "secret" that "user.secret" could read. There is: id, home.
//4 error [KeyUnknownPath] Users.User has no "toString" that "user.toString" could read. There is: id, home.
import dev.larder.annotation.*;

interface Users {
  class User {
    private String secret;
    long id() { return 1; }
    public String getHome() { return secret; }
    @Override public String toString() { return secret; }
  }

  @CacheEvict(name = "users", include = /*1*/"user.idd")
  void one(User user);

  @CacheEvict(name = "users", include = /*2*/"user.id.x")
  void two(User user);

  @CacheEvict(name = "users", include = /*3*/"user.secret")
  void three(User user);

  @CacheEvict(name = "users", include = /*4*/"user.toString")
  void four(User user);
}
