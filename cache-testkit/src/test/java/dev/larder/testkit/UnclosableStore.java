package dev.larder.testkit;

import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds nothing, and neither it nor a subscription of its is closed in peace.
 *
 * @param closing what comes of it
 */
record UnclosableStore(Runnable closing) implements Store, Messaging {
  @Override
  public String name() {
    return "unclosable";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return null;
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {}

  @Override
  public boolean remove(String key) {
    return false;
  }

  @Override
  public long publish(String channel, byte[] message) {
    return 1;
  }

  @Override
  public long lastNumber(String channel) {
    return 0;
  }

  @Override
  public Subscription subscribe(String channel, Listener listener) {
    return closing::run;
  }

  @Override
  public void close() {
    closing.run();
  }
}
