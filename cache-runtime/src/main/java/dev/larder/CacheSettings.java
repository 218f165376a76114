package dev.larder;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long entries live, and whether there are any: what one level of configuration states; null
 * where it states nothing.
 *
 * @param ttl time to live in every tier; zero: no end
 * @param localTtl time to live in the local tier; zero: as long as {@code ttl}
 * @param nullTtl time to live of a null; zero: not kept
 * @param jitter the largest share by which each life is shortened at random, 0..1
 * @param version the cache's own version, at least 0
 * @param enabled whether anything is read and kept at all
 * @param leases whether loads are leased by a store that has leases
 * @param stale when entries are loaded anew while there is an older value
 */
record CacheSettings(
    @Nullable Duration ttl,
    @Nullable Duration localTtl,
    @Nullable Duration nullTtl,
    @Nullable Double jitter,
    @Nullable Integer version,
    @Nullable Boolean enabled,
    @Nullable Boolean leases,
    StaleSettings stale) {
  /** Nobody waits longer; in nanoseconds, two of these are a number. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  static final CacheSettings NONE =
      new CacheSettings(null, null, null, null, null, null, null, StaleSettings.NONE);

  /** What holds when nobody states anything. */
  static final CacheSettings BUILT_IN =
      new CacheSettings(
          Duration.ZERO, Duration.ZERO, Duration.ZERO, 0.0, 0, true, true, StaleSettings.BUILT_IN);

  CacheSettings withTtl(Duration value) {
    requireDuration("ttl", value);
    return new CacheSettings(value, localTtl, nullTtl, jitter, version, enabled, leases, stale);
  }

  CacheSettings withLocalTtl(Duration value) {
    requireDuration("localTtl", value);
    return new CacheSettings(ttl, value, nullTtl, jitter, version, enabled, leases, stale);
  }

  CacheSettings withNullTtl(Duration value) {
    requireDuration("nullTtl", value);
    return new CacheSettings(ttl, localTtl, value, jitter, version, enabled, leases, stale);
  }

  CacheSettings withJitter(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new CacheValidationException("jitter is a share from 0 to 1, but was " + value);
    }
    return new CacheSettings(ttl, localTtl, nullTtl, value, version, enabled, leases, stale);
  }

  CacheSettings withVersion(int value) {
    CacheManagerBuilder.requireVersion(value);
    return new CacheSettings(ttl, localTtl, nullTtl, jitter, value, enabled, leases, stale);
  }

  CacheSettings withEnabled(boolean value) {
    return new CacheSettings(ttl, localTtl, nullTtl, jitter, version, value, leases, stale);
  }

  CacheSettings withLeases(boolean value) {
    return new CacheSettings(ttl, localTtl, nullTtl, jitter, version, enabled, value, stale);
  }

  CacheSettings withStale(StaleSettings value) {
    return new CacheSettings(ttl, localTtl, nullTtl, jitter, version, enabled, leases, value);
  }

  /** These settings, and where they state nothing, the other's. */
  CacheSettings orElse(CacheSettings other) {
    return new CacheSettings(
        ttl != null ? ttl : other.ttl,
        localTtl != null ? localTtl : other.localTtl,
        nullTtl != null ? nullTtl : other.nullTtl,
        jitter != null ? jitter : other.jitter,
        version != null ? version : other.version,
        enabled != null ? enabled : other.enabled,
        leases != null ? leases : other.leases,
        stale.orElse(other.stale));
  }

  /** Whether both state something for the same setting, and not the same. */
  boolean contradicts(CacheSettings other) {
    return !orElse(other).equals(other.orElse(this));
  }

  /**
   * These settings, stated by one and the same.
   *
   * @param whose such as {@code the chain redis}
   * @throws CacheConfigurationException if one of them cannot take effect for another
   */
  CacheSettings requireConsistent(String whose) {
    requireWithinTtl(whose, "localTtl", localTtl);
    requireWithinTtl(whose, "nullTtl", nullTtl);
    requireRefreshed(whose, stale.refreshAfter());
    return this;
  }

  private void requireRefreshed(String whose, @Nullable Duration after) {
    if (ttl == null || after == null || after.isZero()) {
      return;
    }
    if (ttl.isZero()) {
      throw new CacheConfigurationException(
          whose
              + " has a refreshAfter of "
              + after
              + ", but entries without an end, whose age no store tells; state a ttl above it");
    }
    if (after.compareTo(ttl) >= 0) {
      throw new CacheConfigurationException(
          whose
              + " has a refreshAfter of "
              + after
              + ", which is not below its ttl of "
              + ttl
              + "; shorten the one or lengthen the other");
    }
  }

  private void requireWithinTtl(String whose, String what, @Nullable Duration value) {
    if (ttl != null && value != null && !ttl.isZero() && value.compareTo(ttl) > 0) {
      throw new CacheConfigurationException(
          whose
              + " has a "
              + what
              + " of "
              + value
              + ", which is above its ttl of "
              + ttl
              + "; shorten the one or lengthen the other");
    }
  }

  /** The duration as one to wait for: {@link #LONGEST} if it is longer. */
  static Duration requireDuration(String what, Duration value) {
    Objects.requireNonNull(value, what);
    if (value.isNegative()) {
      throw new CacheValidationException(what + " must not be negative, but was " + value);
    }
    return value.compareTo(LONGEST) < 0 ? value : LONGEST;
  }

  /** What is stated, such as {@code ttl=PT30S, jitter=0.1}. */
  @Override
  public String toString() {
    Map<String, @Nullable Object> stated = new LinkedHashMap<>();
    stated.put("ttl", ttl);
    stated.put("localTtl", localTtl);
    stated.put("nullTtl", nullTtl);
    stated.put("jitter", jitter);
    stated.put("version", version);
    stated.put("enabled", enabled);
    stated.put("leases", leases);
    stale.addTo(stated);
    stated.values().removeIf(Objects::isNull);
    return stated.isEmpty() ? "none" : stated.toString().replaceAll("[{}]", "");
  }
}
