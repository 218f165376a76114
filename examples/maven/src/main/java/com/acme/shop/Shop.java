package com.acme.shop;

import dev.larder.CacheManager;

/** Runs the service with a cache in front of it. */
public final class Shop {
  private Shop() {}

  /** Asks twice and is answered once by the service itself. */
  public static void main(String[] args) {
    CountingUserService database = new CountingUserService();
    try (CacheManager caches = CacheManager.builder().build()) {
      UserService users = caches.decorate(UserService.class, database);
      users.find(1, "first");
      User again = users.find(1, "second");
      System.out.println(again + ", asked for " + database.asked() + " time");
    }
  }
}
