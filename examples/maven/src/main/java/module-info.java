/** A shop that keeps what its database told it. */
module com.acme.shop {
  requires transitive dev.larder.runtime;
  requires static transitive dev.larder.annotation;

  exports com.acme.shop;

  provides dev.larder.DecoratorFactory with
      com.acme.shop.CachedUserService.Factory;
}
