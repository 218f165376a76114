package dev.larder.memcached;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a value: 8 bytes stamp, 6 bytes end of life, 4 bytes topology. Six bytes of
 * milliseconds are 4,000 years on either side of zero.
 *
 * @param stamp the generation of the cache that the value belongs to; never zero
 * @param end when the value's life is over, by its {@link ServerClock}
 * @param topology the version of the list of servers under which the value was written
 */
record Frame(long stamp, long end, int topology) {
  private static final int END_BYTES = Short.BYTES + Integer.BYTES;

  static final int LENGTH = Long.BYTES + END_BYTES + Integer.BYTES;

  /** The frame and the value behind it. */
  byte[] around(byte[] value) {
    return ByteBuffer.allocate(LENGTH + value.length)
        .putLong(stamp)
        .putShort((short) (end >> Integer.SIZE))
        .putInt((int) end)
        .putInt(topology)
        .put(value)
        .array();
  }

  /** The frame that item begins with; null if it is too short for one. */
  static @Nullable Frame of(byte[] item) {
    if (item.length < LENGTH) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(item);
    return new Frame(bytes.getLong(), end(bytes), bytes.getInt());
  }

  private static long end(ByteBuffer bytes) {
    return ((long) bytes.getShort() << Integer.SIZE) | Integer.toUnsignedLong(bytes.getInt());
  }
}
