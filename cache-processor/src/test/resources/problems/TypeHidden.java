//1 error [TypeHidden] Users is private, so no decorator can name it; widen its access.
import dev.larder.annotation.*;

class Shop {
  private /*1*/interface Users {
    @Cached
    String find(long id);
  }
}
