package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message that tells other processes' local tiers to evict.
 *
 * <p>Bytes: the sender, 16; kind, 1 (1 some keys, 2 all keys); then of each key the length of its
 * text in UTF-8, 4, and the text.
 *
 * @param sender the manager that sends it, which has evicted already
 * @param keyTexts the whole keys; null: every key of the cache
 */
record Invalidation(UUID sender, @Nullable List<String> keyTexts) {
  private static final byte SOME = 1;
  private static final byte ALL = 2;
  private static final int HEADER = 17;

  byte[] encode() {
    List<byte[]> texts = keyTexts == null ? List.of() : utf8(keyTexts);
    int length = texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
    ByteBuffer buffer =
        ByteBuffer.allocate(HEADER + length)
            .putLong(sender.getMostSignificantBits())
            .putLong(sender.getLeastSignificantBits())
            .put(keyTexts == null ? ALL : SOME);
    texts.forEach(text -> buffer.putInt(text.length).put(text));
    return buffer.array();
  }

  private static List<byte[]> utf8(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(UTF_8)).toList();
  }

  /** The message of the bytes; null if they are none. */
  static @Nullable Invalidation decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      UUID sender = new UUID(buffer.getLong(), buffer.getLong());
      return switch (buffer.get()) {
        case SOME -> new Invalidation(sender, texts(buffer));
        case ALL -> new Invalidation(sender, null);
        default -> null;
      };
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static List<String> texts(ByteBuffer buffer) {
    List<String> texts = new ArrayList<>();
    while (buffer.hasRemaining()) {
      ByteBuffer text = buffer.slice(buffer.position() + Integer.BYTES, buffer.getInt());
      texts.add(UTF_8.decode(text).toString());
      buffer.position(buffer.position() + text.limit());
    }
    return texts;
  }
}
