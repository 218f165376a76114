package dev.larder.examples.guide.recipes;

import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.CachePut;
import dev.larder.annotation.Cached;
import org.jspecify.annotations.Nullable;

/** A shop's catalogue. */
public interface ProductService {
  /** A product, looked up once in five minutes. */
  // region aside
  @Cached(name = "products", ttl = 300, jitter = 0.1)
  @Nullable Product find(long id);

  // endregion

  /** Writes a product through to the cache. */
  // region through
  @CachePut(name = "products", include = "product.id", value = "product")
  void save(Product product);

  // endregion

  /** Changes a price; who looks next is told by the database. */
  // region invalidate
  @CacheEvict(name = "products", include = "id")
  void reprice(long id, long cents);
  // endregion
}
