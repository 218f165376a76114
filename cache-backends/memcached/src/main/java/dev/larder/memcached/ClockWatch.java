package dev.larder.memcached;

import com.spotify.folsom.MemcachedStats;
import java.util.Map;

/**
 * Keeps a server's clock known. The server tells its time in whole seconds, in {@code stats}: it is
 * asked every few milliseconds until one second follows another, and half a minute later again,
 * shortly before the next one is due.
 */
final class ClockWatch {
  private static final long STEP_MILLIS = 20;
  private static final long SECOND_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 30_000;
  private static final int FIRST_ROUNDS = 4;
  private static final long LEAD_MILLIS = 30;
  private static final long RETRY_MILLIS = 500;

  /** Within how many milliseconds a second's beginning must be caught; grows with each failure. */
  private static final long FINE_ENOUGH = 100;

  private final Node node;
  private final Background background;
  private long lastSecond;
  private long lastAsked;
  private int tries;
  private int rounds;
  private volatile boolean isClosed;

  ClockWatch(Node node, Background background) {
    this.node = node;
    this.background = background;
  }

  void start() {
    later(0);
  }

  void close() {
    isClosed = true;
  }

  private void later(long millis) {
    if (!isClosed) {
      background.later(millis, this::ask);
    }
  }

  private void ask() {
    if (!node.isConnected()) {
      node.clock().forget();
      lastSecond = 0;
      rounds = 0;
      later(RETRY_MILLIS);
      return;
    }
    long asked = ServerClock.localMillis();
    node.send(connection -> connection.getStats(""))
        .whenComplete((stats, failure) -> heard(stats, asked, ServerClock.localMillis()));
  }

  @SuppressWarnings("NullAway") // null after a failure
  private void heard(Map<String, MemcachedStats> stats, long asked, long answered) {
    long second = stats == null ? 0 : second(stats);
    if (second == 0) {
      lastSecond = 0;
      later(RETRY_MILLIS);
      return;
    }
    tries++;
    if (second == lastSecond + 1
        && answered - lastAsked <= FINE_ENOUGH + Math.min(tries, FINE_ENOUGH)) {
      node.clock().learn(second, lastAsked, answered);
      rest();
    } else {
      lastSecond = second;
      lastAsked = asked;
      later(STEP_MILLIS);
    }
  }

  private void rest() {
    tries = 0;
    lastSecond = 0;
    // The server looks at its clock at another point of each second: several looks narrow it.
    long pause = ++rounds < FIRST_ROUNDS ? SECOND_MILLIS : PAUSE_MILLIS;
    later(lastAsked + pause - LEAD_MILLIS - ServerClock.localMillis());
  }

  private static long second(Map<String, MemcachedStats> stats) {
    return stats.values().stream()
        .map(each -> each.getStats().get("time"))
        .filter(time -> time != null && time.matches("[0-9]{1,12}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
