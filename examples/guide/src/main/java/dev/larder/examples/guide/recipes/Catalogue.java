package dev.larder.examples.guide.recipes;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.WriteResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A shop's catalogue, its cache written by hand. */
public final class Catalogue {
  private final Cache<Long, Product> products;
  private final ProductTable table;

  /** A catalogue in this table. */
  // region open
  public Catalogue(CacheManager caches, ProductTable table) {
    this.table = table;
    this.products =
        caches.cache(
            CacheSpec.of(
                    "default",
                    "catalogue",
                    KeyShape.single(PartTypes.LONG),
                    ValueType.of(Product.class))
                .ttl(Duration.ofMinutes(5))
                .jitter(0.1));
  }

  // endregion

  /** A product, looked up once in five minutes. */
  // region aside
  public @Nullable Product find(long id) {
    return products.get(id, key -> table.read(id));
  }

  // endregion

  /** What goes wrong: a write between the two comments is lost to all who read the cache. */
  // region race
  public @Nullable Product findWithRace(long id) {
    Product product = products.get(id);
    if (product == null) {
      product = table.read(id);
      // Here another changes the row and evicts the entry, which is not there yet;
      products.put(id, product); // and now the old value is.
    }
    return product;
  }

  // endregion

  /** Writes a product through to the cache, and says whether the cache took it. */
  // region through
  public WriteResult save(Product product) {
    table.write(product); // throws if it is not committed: then nothing is put
    return products.failSafe().put(product.id(), product);
  }

  // endregion

  /** What goes wrong: a reader comes between the evict and the commit. */
  // region early
  public void saveAndEvictEarly(Product product) {
    table.inTransaction(
        transaction -> {
          transaction.write(product);
          products.evict(product.id()); // who reads now finds the old row, and keeps it
        });
  }

  // endregion

  /** Changes a product; who looks next is told by the database. */
  // region after
  public void saveAndEvict(Product product) {
    table.inTransaction(
        transaction -> {
          transaction.write(product);
          transaction.afterCommit(() -> products.failSafe().evict(product.id()));
        });
  }
  // endregion
}
