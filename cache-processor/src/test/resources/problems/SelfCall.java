//1 warning [SelfCall] all() calls find(long id) on its own object, past the cache; let the caller go through the decorator.
//2 warning [SelfCall] twice(long id) calls find(long id) on its own object, past the cache; let the caller go through the decorator.
//3 warning [SelfCall] thrice(long id) calls load(long id) on its own object, past the cache; let the caller go through the decorator.
//4 warning [SelfCall] first() calls get(long id) on its own object, past the cache; let the caller go through the decorator.
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

interface Loading {
  String load(long id);

  default String /*3*/thrice(long id) { return load(id) + load(id) + load(id); }

  default String overridden(long id) { return load(id); }
}

interface Loader extends Loading {
  @Override
  @Cached(name = "loaded")
  String load(long id);

  @Override
  String overridden(long id);
}

abstract class Base {
  abstract String get(long id);

  public String /*4*/first() { return get(1); }
}

interface Getter { String get(long id); }

final class Getting extends Base implements Getter {
  @Override
  @Cached(name = "got")
  public String get(long id) { return ""; }
}
