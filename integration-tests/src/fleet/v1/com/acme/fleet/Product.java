package com.acme.fleet;

/** What is sold. */
public record Product(long id, Price price) {
  static Product of(long id, int edition) {
    return new Product(id, Price.of(id, edition));
  }

  int edition() {
    return price.edition();
  }
}
