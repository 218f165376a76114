//1 error [TypeInner] Users is an inner class, so a decorator would need its outer object; make it static.
import dev.larder.annotation.*;

class Shop {
  /*1*/class Users {
    @Cached
    String find(long id) { return ""; }
  }
}
