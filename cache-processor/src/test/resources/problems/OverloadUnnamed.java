//1 error [OverloadUnnamed] find(long id) and find(String name) would share cache "shop.Users.find" by their name; give each its own by name.
//== shop/Users.java
package shop;

import dev.larder.annotation.*;

interface Users {
  @Cached(ttl = 3)
  String find(long id);

  /*1*/@Cached(ttl = 5)
  String find(String name);

  @Cached(name = "third")
  String find(int number);
}
