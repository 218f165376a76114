package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told to the processes that hold a cache.
 *
 * <p>Bytes: the sender, 16; kind, 1; then of each key the length of its text in UTF-8, 4, and the
 * text. All numbers are big-endian.
 *
 * @param sender the manager that sends it
 * @param kind what happened
 * @param keyTexts the whole keys to which it did, or patterns of their parts; empty where it did to
 *     all of the cache
 */
record Invalidation(UUID sender, Kind kind, List<String> keyTexts) {
  private static final int HEADER = 17;

  /** What a message may tell of, by its byte. */
  enum Kind {
    /** Some keys were written. */
    EVICTED(1),
    /** Every key was. */
    CLEARED(2),
    /** The leases of some keys have ended; they were not written. */
    RELEASED(3),
    /** Every key that some patterns match was; these stand in the keys' place. */
    MATCHED(4);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    private static @Nullable Kind of(byte code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      return null;
    }
  }

  byte[] encode() {
    List<byte[]> texts = keyTexts.stream().map(text -> text.getBytes(UTF_8)).toList();
    int length = texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
    ByteBuffer buffer =
        ByteBuffer.allocate(HEADER + length)
            .putLong(sender.getMostSignificantBits())
            .putLong(sender.getLeastSignificantBits())
            .put(kind.code);
    texts.forEach(text -> buffer.putInt(text.length).put(text));
    return buffer.array();
  }

  /** How a message begins; of {@link Kind#CLEARED}, all of it. */
  static byte[] beginning(UUID sender, Kind kind) {
    return new Invalidation(sender, kind, List.of()).encode();
  }

  /** The message of the bytes; null if they are none. */
  static @Nullable Invalidation decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      UUID sender = new UUID(buffer.getLong(), buffer.getLong());
      Kind kind = Kind.of(buffer.get());
      return kind == null ? null : new Invalidation(sender, kind, texts(buffer));
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
