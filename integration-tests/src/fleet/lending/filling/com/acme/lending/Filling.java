package com.acme.lending;

import dev.larder.CacheManager;
import java.time.LocalDate;
import java.util.List;

/** Has the books, and reads one through the cache. */
public final class Filling {
  private Filling() {}

  private static Book shelf(long id) {
    System.out.println("taken from the shelf");
    return new Book(id, "Jane Eyre", List.of("Currer Bell"), LocalDate.of(1847, 10, 19));
  }

  /** Reads twice. */
  public static void main(String[] args) {
    try (CacheManager caches = CacheManager.load()) {
      Library library = caches.decorate(Library.class, Filling::shelf);
      System.out.println(library.find(1));
      System.out.println(library.find(1));
    }
  }
}
