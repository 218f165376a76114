package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The words for what happens to a cache's entries.
 *
 * @param channel where they are said
 * @param evicted how a message begins that names changed keys
 * @param cleared the whole message that says that all are absent
 * @param released how a message begins that names a key whose lease is over
 */
@SuppressWarnings("ArrayRecordComponent") // is sent, and never compared
record Announcement(String channel, byte[] evicted, byte[] cleared, byte[] released) {
  /** Not counted. */
  private static final byte[] NO_NUMBER = new byte[Long.BYTES];

  Message ofEvicted(List<String> keys) {
    return message(naming(keys, evicted));
  }

  Message ofCleared() {
    return message(cleared);
  }

  private Message message(byte[] bytes) {
    return new Message(CacheKeys.numbers(channel), channel.getBytes(UTF_8), bytes);
  }

  /** Channel and message, as scripts publish it. */
  List<byte[]> ofReleased(String key) {
    return List.of(channel.getBytes(UTF_8), naming(List.of(key), NO_NUMBER, released));
  }

  /** The beginnings, and then each key behind its length. */
  private static byte[] naming(List<String> keys, byte[]... beginnings) {
    List<byte[]> texts = keys.stream().map(key -> key.getBytes(UTF_8)).toList();
    int length = 0;
    for (byte[] beginning : beginnings) {
      length += beginning.length;
    }
    for (byte[] text : texts) {
      length += Integer.BYTES + text.length;
    }
    ByteBuffer message = ByteBuffer.allocate(length);
    for (byte[] beginning : beginnings) {
      message.put(beginning);
    }
    texts.forEach(text -> message.putInt(text.length).put(text));
    return message.array();
  }
}
