//1 error [MethodPrivate] find(long id) is private, so nothing can decorate it; widen its access.
import dev.larder.annotation.*;

class Users {
  @Cached
  private String /*1*/find(long id) { return ""; }
}
