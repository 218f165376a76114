package dev.larder.examples.guide.recipes;

/** What a shop sells. */
public record Product(long id, String name, long cents) {
  /** The same at another price. */
  public Product at(long newCents) {
    return new Product(id, name, newCents);
  }
}
