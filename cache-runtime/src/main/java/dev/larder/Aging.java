package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of a cache grow old, once all levels of configuration have been asked: fresh, due
 * for a refresh, stale, and over. In every duration zero means that there is no such thing.
 *
 * <p>All of it is told from what is left of an entry's life, which stores know: no entry says when
 * it was made. Whoever fills or puts has it live {@code staleTtl} longer, so that it is fresh until
 * no more than that is left.
 *
 * @param marginNanos an entry is due when no more than this is left of its fresh life; 0: it is not
 * @param staleTtl for how long an entry is kept past its time to live
 * @param loadTimeout for how long a caller waits for a loader while a stale value is at hand
 * @param earlyRefresh the beta of Vattani et al. (VLDB 2015)
 */
record Aging(long marginNanos, Duration staleTtl, Duration loadTimeout, double earlyRefresh) {
  static final Aging NONE = new Aging(0, Duration.ZERO, Duration.ZERO, 0);

  /** Nothing is longer that sums are made of; in nanoseconds, two of these are a number. */
  private static final Duration ENDLESS = Duration.ofDays(36_500);

  static Aging of(StaleSettings all, Duration ttl, double jitter) {
    return new Aging(
        margin(orZero(all.refreshAfter()), ttl, jitter),
        orZero(all.staleTtl()).compareTo(ENDLESS) < 0 ? orZero(all.staleTtl()) : ENDLESS,
        orZero(all.loadTimeout()),
        Objects.requireNonNullElse(all.earlyRefresh(), 0.0));
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  /**
   * Jitter shortens lives by up to its share. With a margin that is shorter by all of it, no entry
   * is due when it is made, and those of full life are due a little later than asked.
   */
  private static long margin(Duration refreshAfter, Duration ttl, double jitter) {
    if (refreshAfter.isZero() || ttl.compareTo(refreshAfter) <= 0) {
      return 0;
    }
    Duration margin = ttl.compareTo(ENDLESS) < 0 ? ttl.minus(refreshAfter) : Duration.ZERO;
    return (long) ((margin.getSeconds() * 1e9 + margin.getNano()) * (1 - jitter));
  }

  boolean isNone() {
    return marginNanos == 0 && staleTtl.isZero() && earlyRefresh == 0;
  }

  /** For tiers that cannot tell what is left of a life. */
  Aging withoutStale() {
    return new Aging(marginNanos, Duration.ZERO, loadTimeout, earlyRefresh);
  }

  /** The whole life of an entry that is to be fresh for so long; zero: no end. */
  Duration whole(Duration life) {
    return life.isZero() || life.compareTo(ENDLESS) > 0 ? life : life.plus(staleTtl);
  }

  /**
   * What is left of the fresh life of an entry; zero: it has no end; null: it is over.
   *
   * @param rest of the whole life; zero: no end
   */
  @Nullable Duration freshRest(Duration rest) {
    Duration fresh = rest.isZero() ? rest : rest.minus(staleTtl);
    return rest.isZero() || fresh.compareTo(Duration.ZERO) > 0 ? fresh : null;
  }

  /** When an entry is no longer fresh. */
  long freshUntil(Duration rest, long sinceNanos) {
    long over = Clock.deadline(sinceNanos, rest);
    return over == Clock.NEVER ? over : over - staleTtl.toNanos();
  }

  /** Whether an entry is due whose fresh life ends then, early refresh left out. */
  boolean isDue(long freshUntil, long nowNanos) {
    return marginNanos > 0 && freshUntil != Clock.NEVER && freshUntil - marginNanos <= nowNanos;
  }

  /**
   * When an entry is due whose fresh life ends then. Where refreshes are early, that is drawn anew
   * each time: the nearer the end and the longer the loads, the likelier it is by now.
   *
   * @param loadNanos what a load takes
   */
  long dueAt(long freshUntil, double loadNanos) {
    if (freshUntil == Clock.NEVER) {
      return Clock.NEVER;
    }
    long due = marginNanos == 0 ? Clock.NEVER : freshUntil - marginNanos;
    if (earlyRefresh == 0 || loadNanos == 0) {
      return due;
    }
    double early = -Math.log(1 - ThreadLocalRandom.current().nextDouble());
    return Math.min(due, freshUntil - (long) (loadNanos * earlyRefresh * early));
  }
}
