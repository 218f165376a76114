package com.acme.fleet;

import java.util.List;

/** What is sold. */
public record Product(long id, Price cost, List<String> labels) {
  static Product of(long id, int edition) {
    return new Product(id, Price.of(id, edition), List.of("product " + id, "edition " + edition));
  }

  int edition() {
    return cost.edition();
  }
}
