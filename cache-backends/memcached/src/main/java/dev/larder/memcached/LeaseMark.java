package dev.larder.memcached;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A lease as it is stored: 8 zero bytes, where a value has its stamp, and these numbers. In place
 * of a missing value it stands under the value's own key; beside a value, under the lease key.
 *
 * @param version of the value that it stands beside; zero if it stands in the place of one
 * @param stamp the cache's generation as the lease was granted
 * @param end when it is over, by the {@link ServerClock}
 * @param token tells it from all others
 */
record LeaseMark(long version, long stamp, long end, long token) {
  private static final int LENGTH = 5 * Long.BYTES;

  /** A new one. */
  static LeaseMark of(long version, long stamp, long end) {
    return new LeaseMark(version, stamp, end, ThreadLocalRandom.current().nextLong());
  }

  /** The same lease, over at another time. */
  LeaseMark until(long newEnd) {
    return new LeaseMark(version, stamp, newEnd, token);
  }

  /** Whether both are the same lease, whenever it is over. */
  boolean isSameAs(@Nullable LeaseMark other) {
    return other != null && token == other.token && stamp == other.stamp;
  }

  byte[] bytes() {
    return ByteBuffer.allocate(LENGTH)
        .putLong(0)
        .putLong(version)
        .putLong(stamp)
        .putLong(end)
        .putLong(token)
        .array();
  }

  /** What an item holds; null if it is no lease. */
  static @Nullable LeaseMark of(byte[] item) {
    ByteBuffer bytes = ByteBuffer.wrap(item);
    if (item.length != LENGTH || bytes.getLong() != 0) {
      return null;
    }
    return new LeaseMark(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }
}
