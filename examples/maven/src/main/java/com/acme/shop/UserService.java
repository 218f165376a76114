package com.acme.shop;

import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.Cached;

/** Finds and keeps customers. */
public interface UserService {
  /** Gives the customer, from the cache where it is there. */
  @Cached(name = "users", ttl = 300, include = "userId")
  User find(long userId, String requestId);

  /** Keeps the customer; the next {@link #find} sees it. */
  @CacheEvict(name = "users", include = "user.userId")
  void save(User user);
}
