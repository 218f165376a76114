//1 error [TypeNoConstructor] Users has no constructor that a subclass in its package can call; widen one's access.
import dev.larder.annotation.*;

/*1*/class Users {
  private Users() {}

  @Cached
  String find(long id) { return ""; }
}
