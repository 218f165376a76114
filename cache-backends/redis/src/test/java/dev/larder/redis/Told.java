package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.spi.Clearing.CacheStore;
import dev.larder.spi.Messaging.Listener;
import dev.larder.spi.Messaging.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A cache that tells of its changes, and what is heard of them. */
final class Told {
  static final String CACHE = "told:1:users";
  static final String CHANNEL = CACHE + ":~evict";

  private Told() {}

  /** The cache; each of its messages begins with one of four words. */
  static RedisCache cache(RedisStore store) {
    CacheStore view =
        ((RedisCache) store.open(CACHE)).announcing(CHANNEL, utf8("E"), utf8("C"), utf8("R"));
    return (RedisCache) view;
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  /** Hears from here on, as {@code number:word}, the number counted from here; 0: not counted. */
  static Heard listen(RedisStore store) {
    BlockingQueue<String> words = new LinkedBlockingQueue<>();
    long before = store.lastNumber(CHANNEL);
    return new Heard(words, store.subscribe(CHANNEL, new Noting(before, words)), before);
  }

  private record Noting(long before, BlockingQueue<String> words) implements Listener {
    @Override
    public void heard(long number, byte[] message) {
      long counted = number == 0 ? 0 : number - before;
      words.add(counted + ":" + new String(message, 0, 1, UTF_8));
    }

    @Override
    public void interrupted() {
      words.add("interrupted");
    }
  }

  /** What is heard. */
  record Heard(BlockingQueue<String> words, Subscription subscription, long before)
      implements AutoCloseable {
    @Nullable String next() throws InterruptedException {
      return words.poll(60, TimeUnit.SECONDS);
    }

    /** All that comes before a message that is sent now. */
    List<String> untilNow(RedisStore store) throws InterruptedException {
      String last = store.publish(CHANNEL, utf8("last")) - before + ":l";
      List<String> heard = new ArrayList<>();
      for (String word = next(); word != null && !word.equals(last); word = next()) {
        heard.add(word);
      }
      return heard;
    }

    @Override
    public void close() {
      subscription.close();
    }
  }
}
