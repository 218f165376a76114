package com.acme.fleet;

import java.util.HashMap;
import java.util.Map;

/** Stands for the database of the fleet, and counts how often it is asked for what. */
final class Source implements Catalogue {
  private final Map<Long, Integer> editions = new HashMap<>();
  private final Map<Long, Integer> loads = new HashMap<>();

  @Override
  public Product find(long id) {
    loads.merge(id, 1, Integer::sum);
    return Product.of(id, editions.getOrDefault(id, 1));
  }

  @Override
  public void changed(long id) {
    // Who changes it has told the database already.
  }

  void edit(long id, int edition) {
    editions.put(id, edition);
  }

  int loads(long id) {
    return loads.getOrDefault(id, 0);
  }
}
