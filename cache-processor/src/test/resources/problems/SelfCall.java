//1 warning [SelfCall] all() calls find(long id) on its own object, past the cache; let the caller go through the decorator.
//2 warning [SelfCall] twice(long id) calls find(long id) on its own object, past the cache; let the caller go through the decorator.
import dev.larder.annotation.*;

interface Users {
  @Cached(name = "users")
  String find(long id);

  default String /*1*/all() {
    return find(1) + other().find(2);
  }

  Users other();
}

interface Finder {
  String find(long id);
  String twice(long id);
}

final class Found implements Finder {
  @Cached(name = "found")
  public String find(long id) { return ""; }

  public String /*2*/twice(long id) {
    Runnable nested = new Runnable() {
      public void run() { find(1); }
      void find(int id) {}
    };
    return this.find(id) + "";
  }
}

class Extended {
  @Cached(name = "extended")
  String find(long id) { return find2(); }
  String find2() { return find(1); }
}
