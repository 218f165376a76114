package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/** What a {@link FakeStore} says of its changes. */
abstract class FakeAnnouncements {
  abstract void evicted(Collection<String> keys);

  abstract void cleared();

  /** Only to those who wait for it. */
  abstract void released(String key);

  /** Tells of what was done; gives whether it was. */
  final boolean evictedIf(boolean done, String key) {
    if (done) {
      evicted(List.of(key));
    }
    return done;
  }

  /** Tells of what was done; gives whether it was. */
  final boolean releasedIf(boolean done, String key) {
    if (done) {
      released(key);
    }
    return done;
  }

  /** Of a store that says nothing by itself. */
  static FakeAnnouncements none() {
    return new Silent();
  }

  /** Of a store that tells a channel; for the bytes see {@link dev.larder.spi.Announcing}. */
  static FakeAnnouncements to(
      FakeServer server, String channel, byte[] evicted, byte[] cleared, byte[] released) {
    return new Told(server, channel, evicted.clone(), cleared.clone(), released.clone());
  }

  private static final class Silent extends FakeAnnouncements {
    @Override
    void evicted(Collection<String> keys) {}

    @Override
    void cleared() {}

    @Override
    void released(String key) {}
  }

  private static final class Told extends FakeAnnouncements {
    private final FakeServer server;
    private final String channel;
    private final byte[] evicted;
    private final byte[] cleared;
    private final byte[] released;

    Told(FakeServer server, String channel, byte[] evicted, byte[] cleared, byte[] released) {
      this.server = server;
      this.channel = channel;
      this.evicted = evicted;
      this.cleared = cleared;
      this.released = released;
    }

    @Override
    void evicted(Collection<String> keys) {
      if (!keys.isEmpty()) {
        server.messages.publish(channel, message(evicted, keys));
      }
    }

    @Override
    void cleared() {
      server.messages.publish(channel, cleared);
    }

    @Override
    void released(String key) {
      if (server.endsWait(key)) {
        server.messages.whisper(channel, message(released, List.of(key)));
      }
    }

    private static byte[] message(byte[] beginning, Collection<String> keys) {
      List<byte[]> texts = keys.stream().map(key -> key.getBytes(UTF_8)).toList();
      int length = texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
      ByteBuffer message = ByteBuffer.allocate(beginning.length + length).put(beginning);
      texts.forEach(text -> message.putInt(text.length).put(text));
      return message.array();
    }
  }
}
