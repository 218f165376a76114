package com.acme.fleet;

import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.Cached;

/** Finds products; the same in all builds, save for what a product is. */
public interface Catalogue {
  /** Gives the product, from the cache where it is there. */
  @Cached(name = "products", ttl = 600, include = "id")
  Product find(long id);

  /** Says that the product is another one now. */
  @CacheEvict(name = "products", include = "id")
  void changed(long id);
}
