package dev.larder.memcached;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one server, in milliseconds, as far as it is known here: the server tells whole
 * seconds, and {@link ClockWatch} catches the moment at which one follows the other. Ends of life
 * are told by it and understood by it, each to the safe side; never are two clients' clocks
 * compared.
 */
final class ServerClock {
  /** The end of what has none. */
  static final long NEVER = 0;

  /** The end of what has one, put by a client that did not know the server's clock. */
  static final long UNKNOWN = -1;

  /** From here on Memcached takes a number of seconds for a date. */
  private static final long DATES = Duration.ofDays(30).toSeconds();

  private static final long MILLIS = 1_000;

  private volatile @Nullable Offset offset;

  /** Server time minus local time, at the least; at the most it is that and the width. */
  private record Offset(long least, long width) {}

  /** Local milliseconds, from any beginning, that no change of the machine's clock moves. */
  static long localMillis() {
    return System.nanoTime() / 1_000_000;
  }

  /** A second began, by the server's count, between two local moments. */
  void learn(long second, long after, long before) {
    offset = new Offset(second * MILLIS - before, before - after);
  }

  /** What was known may no longer be so. */
  void forget() {
    offset = null;
  }

  boolean isKnown() {
    return offset != null;
  }

  /** When a life is over that begins now, at the earliest. */
  long end(Duration life) {
    Offset known = offset;
    if (life.isZero()) {
      return NEVER;
    }
    if (known == null) {
      return UNKNOWN;
    }
    // The longest lives would overflow milliseconds; none is longer than a thousand years.
    long millis = Math.min(life.toSeconds(), Duration.ofDays(365_000).toSeconds()) * MILLIS;
    return localMillis() + known.least() + millis + life.toMillisPart();
  }

  /** Whether what ends so is over, for all that is known here. */
  boolean isOver(long end) {
    Duration rest = rest(end);
    return rest != null && rest.isNegative();
  }

  /**
   * What is certainly left until an end; zero if there is none, null if it is not known, negative
   * if nothing may be left.
   */
  @Nullable Duration rest(long end) {
    Offset known = offset;
    if (end == NEVER) {
      return Duration.ZERO;
    }
    if (end == UNKNOWN || known == null) {
      return null;
    }
    long left = end - (localMillis() + known.least() + known.width());
    return Duration.ofMillis(left > 0 ? left : -1);
  }

  /**
   * The seconds after which the server is to forget, as Folsom takes them: zero for never, and
   * never sooner than the life is over but by the server's tick. Beyond 30 days Folsom gives the
   * server a date by the local clock: what the two clocks are apart is added here.
   */
  int seconds(Duration life) {
    if (life.isZero()) {
      return 0;
    }
    long seconds = life.toNanosPart() == 0 ? life.toSeconds() : life.toSeconds() + 1;
    if (seconds < DATES) {
      return (int) seconds;
    }
    Offset known = offset;
    if (known == null) {
      return (int) DATES - 1;
    }
    long apart = (localMillis() + known.least() - System.currentTimeMillis()) / MILLIS;
    long dated = Math.min(seconds, Integer.MAX_VALUE - Math.abs(apart)) + apart;
    return (int) Math.max(dated, DATES - 1);
  }
}
