package dev.larder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message that tells other processes' local tiers to evict.
 *
 * <p>Bytes: the sender, 16; kind, 1 (1 one key, 2 all keys); the key text in UTF-8 to the end.
 *
 * @param sender the manager that sends it, which has evicted already
 * @param keyText the whole key; null: every key of the cache
 */
record Invalidation(UUID sender, @Nullable String keyText) {
  private static final byte ONE = 1;
  private static final byte ALL = 2;
  private static final int HEADER = 17;

  byte[] encode() {
    byte[] text = keyText == null ? new byte[0] : keyText.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEADER + text.length)
        .putLong(sender.getMostSignificantBits())
        .putLong(sender.getLeastSignificantBits())
        .put(keyText == null ? ALL : ONE)
        .put(text)
        .array();
  }

  /** The message of the bytes; null if they are none. */
  static @Nullable Invalidation decode(byte[] bytes) {
    if (bytes.length < HEADER) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    UUID sender = new UUID(buffer.getLong(), buffer.getLong());
    return switch (buffer.get()) {
      case ONE ->
          new Invalidation(
              sender, new String(bytes, HEADER, bytes.length - HEADER, StandardCharsets.UTF_8));
      case ALL -> new Invalidation(sender, null);
      default -> null;
    };
  }
}
