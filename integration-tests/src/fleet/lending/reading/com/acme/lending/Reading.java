package com.acme.lending;

import dev.larder.CacheManager;

/** Has no book, and reads one through the cache all the same. */
public final class Reading {
  private Reading() {}

  private static Book nothing(long id) {
    throw new IllegalStateException("there are no books here");
  }

  /** Reads once. */
  public static void main(String[] args) {
    try (CacheManager caches = CacheManager.load()) {
      Library library = caches.decorate(Library.class, Reading::nothing);
      System.out.println(library.find(1));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
