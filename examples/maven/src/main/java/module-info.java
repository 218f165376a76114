/** A shop that keeps what its database told it. */
module com.acme.shop {
  requires dev.larder.runtime;
  requires static dev.larder.annotation;

  provides dev.larder.DecoratorFactory with
      com.acme.shop.CachedUserService.Factory;
}
