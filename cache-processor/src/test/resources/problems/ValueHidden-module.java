//1 warning [ValueHidden] find(long id) returns shop.User, but shop.User lets nobody read name, so a store keeps it by reflection on its fields; give it getters, and a constructor that takes its fields by their names, or let module shop say: opens shop to dev.larder.runtime.
//option --module-path
//option MODULES
//option -Alarder.MutableValue=off
//option -Alarder.ProvidesMissing=off
//== module-info.java
module shop {
  requires static transitive dev.larder.annotation;
  requires dev.larder.runtime;
}
//== shop/Users.java
package shop;

import dev.larder.annotation.Cached;

interface Users {
  /*1*/@Cached
  User find(long id);
}
//== shop/User.java
package shop;

class User {
  private String name;
}
