package dev.larder;

import java.time.Duration;

/** Configures one cache, over what its annotations state. To be used by one thread at a time. */
public final class CacheSettingsBuilder {
  private CacheSettings settings = CacheSettings.NONE;

  CacheSettingsBuilder() {}

  /** Time to live; zero: no end. */
  public CacheSettingsBuilder ttl(Duration ttl) {
    settings = settings.withTtl(ttl);
    return this;
  }

  /** Time to live in the local tier; zero: as long as the entry's own. */
  public CacheSettingsBuilder localTtl(Duration localTtl) {
    settings = settings.withLocalTtl(localTtl);
    return this;
  }

  /** Time to live of nulls; zero: they are not kept. */
  public CacheSettingsBuilder nullTtl(Duration nullTtl) {
    settings = settings.withNullTtl(nullTtl);
    return this;
  }

  /** The largest share, 0 to 1, by which lives are shortened at random. */
  public CacheSettingsBuilder jitter(double jitter) {
    settings = settings.withJitter(jitter);
    return this;
  }

  /**
   * The cache's own version, which stands in its key texts; 0, if not set: none. Another one is
   * another set of entries.
   *
   * @throws CacheValidationException if it is negative
   */
  public CacheSettingsBuilder version(int version) {
    settings = settings.withVersion(version);
    return this;
  }

  /**
   * Whether the cache is used; true if not set. Where it is not, reads load each time and nothing
   * is kept, but what is put or evicted is evicted from the distributed tier: other processes may
   * use it.
   */
  public CacheSettingsBuilder enabled(boolean enabled) {
    settings = settings.withEnabled(enabled);
    return this;
  }

  /**
   * Whether a load that is to fill the distributed tier takes a lease there; true if not set.
   * Without leases a miss loads in each process that meets it, at the same time, and what was
   * loaded before another process's write may be stored after it, until its time is over.
   */
  public CacheSettingsBuilder leases(boolean leases) {
    settings = settings.withLeases(leases);
    return this;
  }

  CacheSettings build() {
    return settings;
  }
}
