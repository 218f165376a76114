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

  /** By how much two clocks may come apart between two looks. */
  private static final long DRIFT_MILLIS = 5;

  /**
   * By how much an end that another client wrote may be too early: it knew the server's clock to a
   * second, and what it took to catch that.
   */
  private static final long WRITTEN_EARLY_MILLIS = 1_500;

  /** Server time minus local time, at the least and at the most. */
  private record Offset(long least, long most) {
    /** What both say; this alone if they contradict each other, for then a clock was set. */
    Offset and(@Nullable Offset before) {
      if (before == null) {
        return this;
      }
      long both = Math.max(least, before.least() - DRIFT_MILLIS);
      long bothMost = Math.min(most, before.most() + DRIFT_MILLIS);
      return both <= bothMost ? new Offset(both, bothMost) : this;
    }
  }

  /** Local milliseconds, from any beginning, that no change of the machine's clock moves. */
  static long localMillis() {
    return System.nanoTime() / 1_000_000;
  }

  /**
   * The server began to tell a second between two local moments. It looks at its clock once a
   * second, so that by then the second may be almost over.
   */
  void learn(long second, long after, long before) {
    long server = second * MILLIS;
    offset = new Offset(server - before, server - after + MILLIS).and(offset);
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

  /** Whether what ends so is certainly over. */
  boolean isOver(long end) {
    Offset known = offset;
    return end != NEVER
        && end != UNKNOWN
        && known != null
        && localMillis() + known.least() >= end + WRITTEN_EARLY_MILLIS;
  }

  /** What is certainly left until an end; zero if there is none, null if nothing is certain. */
  @Nullable Duration rest(long end) {
    Offset known = offset;
    if (end == NEVER) {
      return Duration.ZERO;
    }
    if (end == UNKNOWN || known == null) {
      return null;
    }
    long left = end - (localMillis() + known.most());
    return left > 0 ? Duration.ofMillis(left) : null;
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
