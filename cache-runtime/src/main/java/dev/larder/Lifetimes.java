package dev.larder;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long the entries of a cache live, once all levels of configuration have been asked. In every
 * duration here zero means no end.
 *
 * @param ttl of an entry in all tiers
 * @param localTtl of an entry in the local tier; zero: as long as in the others
 * @param nullTtl of a null; zero, other than elsewhere: it is not kept
 * @param jitter the largest share by which lives are shortened at random
 * @param leases whether loads are leased by a store that has leases
 * @param aging how entries grow old meanwhile
 */
record Lifetimes(
    Duration ttl, Duration localTtl, Duration nullTtl, double jitter, boolean leases, Aging aging) {
  static Lifetimes of(CacheSettings stated) {
    CacheSettings all = stated.orElse(CacheSettings.BUILT_IN);
    return new Lifetimes(
        orZero(all.ttl()),
        orZero(all.localTtl()),
        orZero(all.nullTtl()),
        jitterOf(all),
        !Boolean.FALSE.equals(all.leases()),
        Aging.of(all.stale(), orZero(all.ttl()), jitterOf(all)));
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  private static double jitterOf(CacheSettings settings) {
    return settings.jitter() == null ? 0 : settings.jitter();
  }

  /** Whether a value is kept at all: a null only where it has a time to live. */
  boolean keeps(@Nullable Object value) {
    return value != null || !nullTtl.isZero();
  }

  /** The life of a value that is to be kept, in every tier, shortened at random. */
  Duration life(@Nullable Object value) {
    return jittered(value == null ? shorter(nullTtl, ttl) : ttl);
  }

  /**
   * The life in the local tier of an entry that lives on in the tiers behind for the rest; never
   * more than that (I7).
   */
  Duration localLife(Duration rest) {
    return shorter(jittered(localTtl), rest);
  }

  private Duration jittered(Duration life) {
    if (jitter == 0 || life.isZero()) {
      return life;
    }
    double share = ThreadLocalRandom.current().nextDouble() * jitter;
    // Never down to zero, which would be no end; and never up, as long lives are rounded.
    return shorter(life, Duration.ofNanos(Math.max(1, (long) (nanos(life) * (1 - share)))));
  }

  private static double nanos(Duration life) {
    return life.getSeconds() * 1e9 + life.getNano();
  }

  /** The shorter of two lives, of which zero is the longest. */
  static Duration shorter(Duration one, Duration other) {
    if (one.isZero() || other.isZero()) {
      return one.isZero() ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
