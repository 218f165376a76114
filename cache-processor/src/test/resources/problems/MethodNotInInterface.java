//1 error [MethodNotInInterface] name(long id) is in no interface of Users, which cannot be extended; declare it in one, or let Users be extended.
import dev.larder.annotation.*;

interface Finder {
  String find(long id);
}

final class Users implements Finder {
  @Cached
  public String find(long id) { return ""; }

  @Cached
  String /*1*/name(long id) { return ""; }
}
