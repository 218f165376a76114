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

  /**
   * The age from which on a hit starts a load in the background, below the time to live; zero: none
   * does. The loader runs on a thread of the manager's executor, and sees no thread locals of its
   * callers.
   */
  public CacheSettingsBuilder refreshAfter(Duration refreshAfter) {
    settings = settings.withStale(settings.stale().withRefreshAfter(refreshAfter));
    return this;
  }

  /**
   * For how long past its time to live a value is served when its loader throws; zero: not at all.
   * A loader that has failed is not asked again for a second. All processes that share the cache
   * must state the same.
   */
  public CacheSettingsBuilder staleTtl(Duration staleTtl) {
    settings = settings.withStale(settings.stale().withStaleTtl(staleTtl));
    return this;
  }

  /**
   * For how long a caller waits for a loader while there is a stale value, which it gets then; the
   * load goes on in the background. Zero: until it ends. It takes effect with {@link #staleTtl}.
   * Such loaders run on a thread of the manager's executor.
   */
  public CacheSettingsBuilder loadTimeout(Duration loadTimeout) {
    settings = settings.withStale(settings.stale().withLoadTimeout(loadTimeout));
    return this;
  }

  /**
   * How eagerly hits near the end of an entry load it anew in the background: the beta of Vattani
   * et al., <i>Optimal Probabilistic Cache Stampede Prevention</i> (VLDB 2015), where 1 is the
   * usual; zero: not at all.
   *
   * @throws CacheValidationException if it is negative, or above 1000
   */
  public CacheSettingsBuilder earlyRefresh(double beta) {
    settings = settings.withStale(settings.stale().withEarlyRefresh(beta));
    return this;
  }

  CacheSettings build() {
    return settings;
  }
}
