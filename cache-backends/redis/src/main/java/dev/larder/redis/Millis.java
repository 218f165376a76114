package dev.larder.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;

/** Durations as Redis counts them. */
final class Millis {
  /** What scripts can still count exactly; more years than there are. */
  private static final long MOST = 1L << 52;

  private Millis() {}

  /** Rounded up, since less than a millisecond would be none; zero stays zero, which is no end. */
  static byte[] text(Duration duration) {
    return Long.toString(of(duration)).getBytes(US_ASCII);
  }

  static long of(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a time must not be negative: " + duration);
    }
    if (duration.toSeconds() >= MOST / 1_000) {
      return MOST;
    }
    return duration.plusNanos(999_999).toMillis();
  }

  /** What {@code PTTL} says of a key that is there; what is almost over has not no end. */
  static Duration remaining(long pttl) {
    return pttl < 0 ? Duration.ZERO : Duration.ofNanos(Math.max(1, pttl * 1_000_000));
  }
}
