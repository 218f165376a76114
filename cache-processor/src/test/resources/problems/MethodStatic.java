//1 error [MethodStatic] find(long id) is static, so nothing can decorate it; make it an instance method.
//2 error [MethodStatic] load(long id) is static, so nothing can decorate it; make it an instance method.
import dev.larder.annotation.*;

class Users {
  @Cached
  static String /*1*/find(long id) { return ""; }
}

interface Others {
  @Cached
  static String /*2*/load(long id) { return ""; }
}
