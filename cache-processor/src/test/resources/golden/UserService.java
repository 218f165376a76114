package com.acme.shop;

import dev.larder.annotation.CacheDefaults;
import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.CachePut;
import dev.larder.annotation.Cached;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a shop knows of its users. */
@CacheDefaults(ttl = 300)
public interface UserService {
  /** A user. */
  record User(long userId, String name, Region region) {}

  /** Where a user lives. */
  record Region(String country, Integer code) {}

  @Cached(name = "users", include = "userId", unless = "isPartial")
  User find(long userId, String requestId);

  @Cached(name = "user-names", nullTtl = 5, jitter = 0.1)
  Optional<String> nameOf(String login, List<String> tags) throws IOException;

  @Cached(name = "sizes", condition = "isLarge")
  int size(Region region, boolean active) throws IOException, SQLException;

  boolean isPartial(User user);

  boolean isLarge(Region region);

  @CachePut(name = "users", include = "user.userId", value = "user")
  @CacheEvict(name = "user-names", allEntries = true)
  void save(User user);

  @CacheEvict(name = "users", include = "userId")
  boolean remove(long userId);

  default boolean isKnown(long userId) {
    return userId > 0;
  }
}
