//option --module-path=MODULES
//1 note [ProvidesMissing] CacheManager.decorate cannot find the decorators of module shop; add to its module-info: provides dev.larder.DecoratorFactory with shop.CachedUsers.Factory;
//== module-info.java
/*1*/module shop {
  requires dev.larder.runtime;
  requires dev.larder.annotation;
}
//== shop/Users.java
package shop;

public interface Users {
  @dev.larder.annotation.Cached
  String find(long id);
}
