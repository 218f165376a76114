package dev.larder.spi;

import java.util.function.Consumer;

/** Capability: carries short messages to every process that listens, the sender's own included. */
public interface Messaging {
  /** Sends to whoever listens to the channel at this moment. */
  void publish(String channel, byte[] message);

  /**
   * Listens to a channel; messages of one sender arrive in the order they were sent.
   *
   * @param listener called by the store's threads, never by two at once
   * @return ends the listening when closed
   */
  Subscription subscribe(String channel, Consumer<byte[]> listener);

  /** A listener's registration. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
