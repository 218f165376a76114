package dev.larder;

import java.time.Duration;

/** Configures the local tier of a chain. To be used by one thread at a time. */
public final class LocalTierBuilder {
  static final long DEFAULT_MAXIMUM_SIZE = 10_000;

  private long maximumSize = DEFAULT_MAXIMUM_SIZE;
  private CacheSettings settings = CacheSettings.NONE;

  LocalTierBuilder() {}

  /**
   * The most entries that each cache of the chain holds in the heap; 10,000 if not set.
   *
   * @throws CacheValidationException if it is not positive
   */
  public LocalTierBuilder maximumSize(long maximumSize) {
    if (maximumSize < 1) {
      throw new CacheValidationException("maximumSize must be at least 1, but was " + maximumSize);
    }
    this.maximumSize = maximumSize;
    return this;
  }

  /** Time to live in the local tier; zero, if not set: as long as the entry's own. */
  public LocalTierBuilder ttl(Duration ttl) {
    settings = settings.withLocalTtl(ttl);
    return this;
  }

  Chain.LocalSettings build() {
    return new Chain.LocalSettings(maximumSize);
  }

  CacheSettings settings() {
    return settings;
  }
}
