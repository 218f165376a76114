package com.acme.shop;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.CompositeKey;
import dev.larder.DecoratorFactory;
import dev.larder.KeyShape;
import dev.larder.PartType;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.generated.CacheModel;
import dev.larder.generated.CacheUse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** {@link UserService}, its results cached as its annotations say. */
@Generated("dev.larder.processor.LarderProcessor")
@CacheModel(
    type = UserService.class,
    uses = {
      @CacheUse(
          operation = "read",
          method = "find(long,java.lang.String)",
          cache = "users",
          chain = "default",
          key = "long",
          value = "com.acme.shop.UserService.User",
          fingerprint = 0x5c499afb0bbb070cL,
          settings = "ttl=300"),
      @CacheUse(
          operation = "read",
          method = "nameOf(java.lang.String,java.util.List)",
          cache = "user-names",
          chain = "default",
          key = {"String", "list(String)"},
          value = "java.lang.String",
          fingerprint = 0x59ffc80cfc1885a1L,
          settings = {"jitter=0.1", "nullTtl=5", "ttl=300"}),
      @CacheUse(
          operation = "read",
          method = "size(com.acme.shop.UserService.Region,boolean)",
          cache = "sizes",
          chain = "default",
          key = {"String", "int", "boolean"},
          value = "java.lang.Integer",
          fingerprint = 0x45e161fb757c284cL,
          settings = "ttl=300"),
      @CacheUse(
          operation = "put",
          method = "save(com.acme.shop.UserService.User)",
          cache = "users",
          chain = "default",
          key = "long",
          value = "com.acme.shop.UserService.User",
          fingerprint = 0x5c499afb0bbb070cL),
      @CacheUse(
          operation = "clear",
          method = "save(com.acme.shop.UserService.User)",
          cache = "user-names",
          chain = "default"),
      @CacheUse(
          operation = "evict",
          method = "remove(long)",
          cache = "users",
          chain = "default",
          key = "long")
    })
public final class CachedUserService implements UserService {
  private static final PartType<List<String>> TAGS = PartTypes.list(PartTypes.STRING);

  private static final CacheSpec<Long, UserService.User> USERS =
      CacheSpec.of(
              "default",
              "users",
              KeyShape.single(PartTypes.LONG),
              ValueType.<UserService.User>of(
                  "com.acme.shop.UserService.User",
                  0x5c499afb0bbb070cL,
                  true,
                  () -> CachedUserServiceValues.users()))
          .ttl(Duration.ofSeconds(300));

  private static final CacheSpec<CompositeKey, String> USER_NAMES =
      CacheSpec.of(
              "default",
              "user-names",
              KeyShape.composite(PartTypes.STRING, TAGS),
              ValueType.<String>of(
                  "java.lang.String",
                  0x59ffc80cfc1885a1L,
                  true,
                  () -> CachedUserServiceValues.userNames()))
          .ttl(Duration.ofSeconds(300))
          .nullTtl(Duration.ofSeconds(5))
          .jitter(0.1);

  private static final CacheSpec<CompositeKey, Integer> SIZES =
      CacheSpec.of(
              "default",
              "sizes",
              KeyShape.composite(PartTypes.STRING, PartTypes.INT, PartTypes.BOOLEAN),
              ValueType.<Integer>of(
                  "java.lang.Integer",
                  0x45e161fb757c284cL,
                  true,
                  () -> CachedUserServiceValues.sizes()))
          .ttl(Duration.ofSeconds(300));

  private final UserService delegate;
  private final Cache<Long, UserService.User> users;
  private final Cache<CompositeKey, String> userNames;
  private final Cache<CompositeKey, Integer> sizes;

  public CachedUserService(CacheManager caches, UserService delegate) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
    this.users = caches.cache(USERS);
    this.userNames = caches.cache(USER_NAMES);
    this.sizes = caches.cache(SIZES);
  }

  @Override
  public UserService.User find(long userId, String requestId) {
    Long key = userId;
    UserService.User hit = users.localHit(key);
    if (hit != null) {
      return hit;
    }
    return users.get(key, k -> delegate.find(userId, requestId), delegate::isPartial);
  }

  @Override
  public Optional<String> nameOf(String login, List<String> tags) throws IOException {
    StringStringListKey key = new StringStringListKey(login, TAGS.normal(tags));
    String hit = userNames.localHit(key);
    if (hit != null) {
      return Optional.of(hit);
    }
    return Optional.ofNullable(userNames.get(key, k -> orNull(delegate.nameOf(login, tags))));
  }

  @Override
  public int size(UserService.Region region, boolean active) throws IOException, SQLException {
    if (!delegate.isLarge(region)) {
      return delegate.size(region, active);
    }
    StringIntBooleanKey key =
        new StringIntBooleanKey(
            region == null ? PartTypes.absentRecord(1) : region.country(),
            region == null ? null : region.code(),
            active);
    Integer hit = sizes.localHit(key);
    if (hit != null) {
      return hit;
    }
    try {
      Integer found = sizes.get(key, k -> delegate.size(region, active));
      return found == null ? delegate.size(region, active) : found;
    } catch (Exception e) {
      // from the loader: IOException, SQLException, or what nobody declared
      throw asUnchecked(e);
    }
  }

  @Override
  public boolean isPartial(UserService.User user) {
    return delegate.isPartial(user);
  }

  @Override
  public boolean isLarge(UserService.Region region) {
    return delegate.isLarge(region);
  }

  @Override
  public void save(UserService.User user) {
    delegate.save(user);
    users.failSafe().put(user == null ? null : user.userId(), user);
    userNames.failSafe().clear();
  }

  @Override
  public boolean remove(long userId) {
    boolean result = delegate.remove(userId);
    users.failSafe().evict(userId);
    return result;
  }

  @Override
  public boolean isKnown(long userId) {
    return delegate.isKnown(userId);
  }

  private static <T> T orNull(Optional<T> result) {
    return result == null ? null : result.orElse(null);
  }

  /** Throws the very same object; the compiler takes X for an unchecked one. */
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException asUnchecked(Throwable e) throws X {
    throw (X) e;
  }

  /** An Object is the normal form of a part, or stands for an absent record. */
  private static final class StringStringListKey extends CompositeKey {
    private final String login;
    private final Object tags;

    StringStringListKey(String login, Object tags) {
      this.login = login;
      this.tags = tags;
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public Object part(int index) {
      return switch (index) {
        case 0 -> login;
        case 1 -> tags;
        default -> throw new IndexOutOfBoundsException(index);
      };
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof StringStringListKey that
          ? Objects.equals(login, that.login) && Objects.equals(tags, that.tags)
          : super.equals(other);
    }

    @Override
    public int hashCode() {
      int hash = 31 + Objects.hashCode(login);
      return 31 * hash + Objects.hashCode(tags);
    }
  }

  /** An Object is the normal form of a part, or stands for an absent record. */
  private static final class StringIntBooleanKey extends CompositeKey {
    private final Object country;
    private final Integer code;
    private final boolean active;

    StringIntBooleanKey(Object country, Integer code, boolean active) {
      this.country = country;
      this.code = code;
      this.active = active;
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public Object part(int index) {
      return switch (index) {
        case 0 -> country;
        case 1 -> code;
        case 2 -> active;
        default -> throw new IndexOutOfBoundsException(index);
      };
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof StringIntBooleanKey that
          ? Objects.equals(country, that.country)
              && Objects.equals(code, that.code)
              && active == that.active
          : super.equals(other);
    }

    @Override
    public int hashCode() {
      int hash = 31 + Objects.hashCode(country);
      hash = 31 * hash + Objects.hashCode(code);
      return 31 * hash + Boolean.hashCode(active);
    }
  }

  /** Finds the decorator for {@link CacheManager#decorate}. */
  public static final class Factory implements DecoratorFactory<UserService> {
    /** For the service loader. */
    public Factory() {}

    @Override
    public Class<UserService> type() {
      return UserService.class;
    }

    @Override
    public UserService decorate(CacheManager caches, UserService delegate) {
      return new CachedUserService(caches, delegate);
    }
  }
}
