package com.acme.fleet;

/** What is sold; since this build it has a label. */
public record Product(long id, Price price, String label) {
  static Product of(long id, int edition) {
    return new Product(id, Price.of(id, edition), "product " + id + ", edition " + edition);
  }

  int edition() {
    return price.edition();
  }
}
