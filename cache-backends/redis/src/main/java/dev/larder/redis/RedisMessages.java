package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.spi.Messaging.Listener;
import dev.larder.spi.Messaging.Subscription;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.redisson.api.RFuture;
import org.redisson.api.RTopic;
import org.redisson.api.listener.StatusListener;
import org.redisson.client.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages by {@code PUBLISH} and {@code SUBSCRIBE}. */
final class RedisMessages implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(RedisMessages.class);

  /** What has written already may go on to write where memory is full: see {@link Script}. */
  private static final ScriptText PUBLISH =
      ScriptText.of("redis.pcall('GETEX', KEYS[1])\n" + ScriptForms.TELL + "\nreturn {number}\n");

  /**
   * Of a server that takes writes: any other does not know, and refuses to begin where it refuses
   * to look.
   */
  private static final ScriptText LAST_NUMBER =
      ScriptText.of(
          "local number = redis.pcall('GETEX', KEYS[1])\n"
              + "number = type(number) == 'string' and tonumber(number)\n"
              + ScriptForms.BEGIN
              + "return {number}\n");

  private final RedisLink link;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "larder-redis-messages");
            thread.setDaemon(true);
            return thread;
          });

  RedisMessages(RedisLink link) {
    this.link = link;
  }

  /** Counts the message and sends it, in one step; the number stands before it. */
  long publish(String channel, byte[] message) {
    Supplier<String> what = () -> "PUBLISH to \"" + channel + "\"";
    RedisCommand.Run publish =
        new RedisCommand.Run(
            PUBLISH, List.of(CacheKeys.numbers(channel)), new Object[] {utf8(channel), message});
    return (Long) link.run(() -> publish, what, Repeat.ALWAYS).get(0);
  }

  /** The number of the last message; if the servers know of none, they begin to count. */
  long lastNumber(String channel) {
    RedisCommand.Run look =
        new RedisCommand.Run(LAST_NUMBER, List.of(CacheKeys.numbers(channel)), new Object[0]);
    return (Long)
        link.run(() -> look, () -> "the last number of \"" + channel + "\"", Repeat.ALWAYS).get(0);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  Subscription subscribe(String channel, Listener listener) {
    Supplier<String> what = () -> "SUBSCRIBE to \"" + channel + "\"";
    RTopic topic = topic(channel);
    return link.answer(
        what, Repeat.UNLESS_DONE, () -> listening(topic, new HandedOver(listener, threads), what));
  }

  private Listening listening(RTopic topic, HandedOver handedOver, Supplier<String> what)
      throws ExecutionException {
    try {
      int hearing =
          added(
              topic,
              topic.addListenerAsync(byte[].class, (name, message) -> hear(message, handedOver)),
              what);
      return watched(topic, handedOver, hearing, what);
    } catch (ExecutionException | RuntimeException e) {
      handedOver.close();
      throw e;
    }
  }

  private Listening watched(RTopic topic, HandedOver handedOver, int hearing, Supplier<String> what)
      throws ExecutionException {
    Resubscribed resubscribed = new Resubscribed(handedOver);
    try {
      int watching = added(topic, topic.addListenerAsync(resubscribed), what);
      resubscribed.begin();
      return new Listening(topic, handedOver, hearing, watching);
    } catch (ExecutionException | RuntimeException e) {
      end(topic, hearing);
      throw e;
    }
  }

  /**
   * A listener that is there. One that comes when nobody waits for it any more goes at once: beside
   * another it would hear each message a second time, as if messages were lost.
   */
  private int added(RTopic topic, RFuture<Integer> adding, Supplier<String> what)
      throws ExecutionException {
    try {
      return link.await(adding, what);
    } catch (ExecutionException | RuntimeException e) {
      adding.whenComplete(
          (late, thrown) -> {
            if (thrown == null) {
              end(topic, late);
            }
          });
      throw e;
    }
  }

  /** What bears no number was sent by another hand, and is not counted. */
  private static void hear(byte[] sent, HandedOver handedOver) {
    if (sent.length < Long.BYTES) {
      handedOver.heard(0, sent);
      return;
    }
    ByteBuffer numbered = ByteBuffer.wrap(sent);
    handedOver.heard(numbered.getLong(), Arrays.copyOfRange(sent, Long.BYTES, sent.length));
  }

  private static void end(RTopic topic, Integer... listeners) {
    topic
        .removeListenerAsync(listeners)
        .whenComplete(
            (done, thrown) -> {
              if (thrown != null) {
                LOGGER.debug("the end of a subscription was not confirmed", thrown);
              }
            });
  }

  private RTopic topic(String channel) {
    return link.client().getTopic(channel, ByteArrayCodec.INSTANCE);
  }

  /** Tells of each subscription that Redisson makes after the first. */
  private static final class Resubscribed implements StatusListener {
    private final HandedOver handedOver;
    private volatile boolean begun;

    Resubscribed(HandedOver handedOver) {
      this.handedOver = handedOver;
    }

    void begin() {
      begun = true;
    }

    @Override
    public void onSubscribe(String channel) {
      if (begun) {
        handedOver.interrupted();
      }
    }

    @Override
    public void onUnsubscribe(String channel) {}
  }

  private static final class Listening implements Subscription {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final RTopic topic;
    private final HandedOver handedOver;
    private final int hearing;
    private final int watching;

    Listening(RTopic topic, HandedOver handedOver, int hearing, int watching) {
      this.topic = topic;
      this.handedOver = handedOver;
      this.hearing = hearing;
      this.watching = watching;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        handedOver.close();
        end(topic, hearing, watching);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
