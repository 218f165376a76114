//1 error [MethodNotInInterface] name(long id) is in no interface of Users, which cannot be extended; declare it in one.
import dev.larder.annotation.*;

interface Finder {
  String find(long id);
}

@SuppressWarnings("larder.InstancesShare")
record Users(int base) implements Finder {
  @Cached
  public String find(long id) { return ""; }

  @Cached
  String /*1*/name(long id) { return ""; }
}
