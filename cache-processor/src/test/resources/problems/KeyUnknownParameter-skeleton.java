//1 error [KeyUnknownParameter] No parameter of find(long id) is named "idd". Did you mean "id"?
//2 error [TtlNegative] ttl = -2 is below -1; state seconds, 0 or, to inherit, -1.
//3 error [GuardUnknown] Names has no method "isOdd" for the unless of name(long id). Write a boolean method of that name.
import dev.larder.CacheManager;
import dev.larder.annotation.*;

interface Users {
  @Cached(include = /*1*/"idd", ttl = /*2*/-2)
  String find(long id);
}

class Names {
  @Cached(unless = /*3*/"isOdd")
  String name(long id) { return ""; }
}

class Shop {
  final CachedUsers users;
  final Names names;

  Shop(CacheManager caches, Users delegate) {
    users = new CachedUsers(caches, delegate);
    names = new CachedNames(caches);
    users.find(1).length();
  }
}
