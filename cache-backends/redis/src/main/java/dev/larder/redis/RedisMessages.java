package dev.larder.redis;

import dev.larder.spi.Messaging.Listener;
import dev.larder.spi.Messaging.Subscription;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.redisson.api.RTopic;
import org.redisson.api.listener.StatusListener;
import org.redisson.client.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages by {@code PUBLISH} and {@code SUBSCRIBE}. */
final class RedisMessages implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(RedisMessages.class);

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

  void publish(String channel, byte[] message) {
    Supplier<String> what = () -> "PUBLISH to \"" + channel + "\"";
    link.answer(what, Repeat.ALWAYS, () -> link.await(topic(channel).publishAsync(message), what));
  }

  Subscription subscribe(String channel, Listener listener) {
    Supplier<String> what = () -> "SUBSCRIBE to \"" + channel + "\"";
    RTopic topic = topic(channel);
    HandedOver handedOver = new HandedOver(listener, threads);
    Resubscribed resubscribed = new Resubscribed(handedOver);
    return link.answer(
        what,
        Repeat.UNLESS_DONE,
        () -> {
          int hearing =
              link.await(
                  topic.addListenerAsync(
                      byte[].class, (name, message) -> handedOver.heard(message)),
                  what);
          int watching = watch(topic, resubscribed, hearing, what);
          resubscribed.begin();
          return new Listening(topic, handedOver, hearing, watching);
        });
  }

  private int watch(RTopic topic, Resubscribed resubscribed, int hearing, Supplier<String> what)
      throws ExecutionException {
    try {
      return link.await(topic.addListenerAsync(resubscribed), what);
    } catch (ExecutionException | RuntimeException e) {
      end(topic, hearing);
      throw e;
    }
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
