//1 error [MethodFinal] find(long id) is final, so no subclass can decorate it; remove final.
import dev.larder.annotation.*;

class Users {
  @Cached
  final String /*1*/find(long id) { return ""; }
}
