package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What was heard of a change, in the words of the {@link AnnouncingContract}.
 *
 * @param number the store's
 * @param beginning of the message
 * @param keys that it names
 */
record Announcement(long number, String beginning, List<String> keys) {
  static final byte[] EVICTED = "evicted".getBytes(UTF_8);
  static final byte[] CLEARED = "cleared".getBytes(UTF_8);
  static final byte[] RELEASED = "release".getBytes(UTF_8);

  static Announcement evicted(long number, String... keys) {
    return new Announcement(number, "evicted", List.of(keys));
  }

  static Announcement cleared(long number) {
    return new Announcement(number, "cleared", List.of());
  }

  static Announcement released(String key) {
    return new Announcement(0, "release", List.of(key));
  }

  /** All beginnings are of one length. */
  static Announcement of(long number, byte[] message) {
    ByteBuffer buffer = ByteBuffer.wrap(message);
    String beginning = text(buffer, EVICTED.length);
    List<String> keys = new ArrayList<>();
    while (buffer.hasRemaining()) {
      keys.add(text(buffer, buffer.getInt()));
    }
    return new Announcement(number, beginning, keys);
  }

  private static String text(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return new String(bytes, UTF_8);
  }
}
