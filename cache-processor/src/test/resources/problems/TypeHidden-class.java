//1 error [TypeHidden] Users is private, so no decorator can name it; widen its access.
import dev.larder.annotation.*;

class Shop {
  private static /*1*/class Users {
    @Cached
    String find(long id) { return ""; }
  }
}
