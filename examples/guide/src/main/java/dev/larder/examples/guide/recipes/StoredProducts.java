package dev.larder.examples.guide.recipes;

import org.jspecify.annotations.Nullable;

/** A catalogue in a database; it knows of no cache. Each write is committed when it returns. */
public final class StoredProducts implements ProductService {
  private final ProductTable table;

  /** A catalogue in this table. */
  public StoredProducts(ProductTable table) {
    this.table = table;
  }

  @Override
  public @Nullable Product find(long id) {
    return table.read(id);
  }

  @Override
  public void save(Product product) {
    table.write(product);
  }

  @Override
  public void reprice(long id, long cents) {
    Product product = table.read(id);
    if (product != null) {
      table.write(product.at(cents));
    }
  }
}
