package dev.larder.memcached;

import com.spotify.folsom.BinaryMemcacheClient;
import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheStatus;
import dev.larder.CacheCodecException;
import dev.larder.CacheTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Counters as Memcached has them: decimals, which {@code incr} changes in place, so that they keep
 * their life. It counts in 64 bits without a sign and goes from the largest number to zero: a
 * subtraction is the addition of what that takes, so that one command does it. A sum below zero or
 * above the largest {@code long} is taken back at once, and refused. Another call that comes
 * between the two is answered as if the sum stood, and if that is no number here, waits for it to
 * be taken back.
 */
final class PlainCounters {
  private final Servers servers;

  PlainCounters(Servers servers) {
    this.servers = servers;
  }

  long add(String key, long by, Duration life) {
    Place place = servers.place(key);
    Deadline deadline = new Deadline(place);
    while (true) {
      if (by < 0) {
        requireFits(place, count(place, deadline), by);
      }
      Long sum = changed(place, by, life);
      if (sum != null && sum >= 0) {
        return sum;
      }
      if (sum != null) {
        changed(place, -by, life);
        requireFits(place, count(place, deadline), by);
      }
      deadline.check();
    }
  }

  private static void requireFits(Place place, @Nullable Long known, long by) {
    long count = known == null ? 0 : known;
    if (by > Long.MAX_VALUE - count) {
      throw new ArithmeticException(
          count + " under " + place.key() + " and " + by + " more do not fit into a long");
    }
    if (count + by < 0) {
      throw new ArithmeticException(
          "Memcached counts from zero up: "
              + count
              + " under "
              + place.key()
              + " cannot be reduced by "
              + (by == Long.MIN_VALUE ? "2^63" : String.valueOf(-by)));
    }
  }

  /** The counter after a change, which begins it if it has not begun; null if that was a race. */
  private static @Nullable Long changed(Place place, long by, Duration life) {
    Long sum = place.node().askOnce(c -> increment(c, place, by, life)).await();
    if (sum != null || by < 0) {
      return sum;
    }
    int seconds = place.node().clock().seconds(life);
    byte[] first = String.valueOf(by).getBytes(StandardCharsets.US_ASCII);
    MemcacheStatus status = place.node().askOnce(c -> c.add(place.key(), first, seconds)).await();
    return Statuses.isStored(status, place.key()) ? by : null;
  }

  @SuppressWarnings("NullAway") // null where there is no counter
  private static CompletionStage<Long> increment(
      MemcacheClient<byte[]> connection, Place place, long by, Duration life) {
    if (connection instanceof BinaryMemcacheClient<byte[]> binary) {
      // Begins a counter, where there is none, with what is added.
      return binary.incr(place.key(), by, Math.max(0, by), place.node().clock().seconds(life));
    }
    byte[] key = place.key().getBytes(StandardCharsets.US_ASCII);
    return connection.getRawMemcacheClient().send(new UnsignedIncrement(key, by));
  }

  @Nullable Long count(String key) {
    Place place = servers.place(key);
    return count(place, new Deadline(place));
  }

  private static @Nullable Long count(Place place, Deadline deadline) {
    while (true) {
      GetResult<byte[]> item = place.node().ask(c -> c.casGet(place.key())).await();
      Long count = item == null ? null : number(place, item.getValue());
      if (count == null || count >= 0) {
        return count;
      }
      if (deadline.isOver()) {
        throw new CacheCodecException(
            Long.toUnsignedString(count)
                + " under "
                + place.key()
                + " is no counter: a sum that does not fit into a long, which was to be taken back"
                + " at once, and was not; reset it");
      }
    }
  }

  private static long number(Place place, byte[] bytes) {
    // What decr leaves of a longer number ends in blanks.
    String text = new String(bytes, StandardCharsets.US_ASCII).stripTrailing();
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new CacheCodecException("what is under " + place.key() + " is no counter", e);
    }
  }

  boolean reset(String key) {
    Place place = servers.place(key);
    return place.node().ask(connection -> connection.delete(place.key())).await()
        == MemcacheStatus.OK;
  }

  /** How long races of counters are run again. */
  private static final class Deadline {
    private final Place place;
    private final long nanos;

    Deadline(Place place) {
      this.place = place;
      long most = place.node().patience().timeout().toNanos();
      this.nanos = System.nanoTime() + dev.larder.spi.Deadline.nanosLeft(most);
    }

    boolean isOver() {
      return System.nanoTime() - nanos > 0;
    }

    void check() {
      if (isOver()) {
        throw new CacheTimeoutException(
            "the counter " + place.key() + " was changed by others all the time",
            MemcachedStore.NAME,
            null);
      }
    }
  }
}
