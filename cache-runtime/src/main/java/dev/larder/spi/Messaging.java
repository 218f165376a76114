package dev.larder.spi;

/** Capability: carries short messages to every process that listens, the sender's own included. */
public interface Messaging {
  /** Sends to whoever listens to the channel at this moment. */
  void publish(String channel, byte[] message);

  /**
   * Listens to a channel; messages of one sender arrive in the order they were sent.
   *
   * @return ends the listening when closed
   */
  Subscription subscribe(String channel, Listener listener);

  /** Hears what is sent; called by the store's threads, never by two at once. */
  interface Listener {
    /** Something was sent. */
    void heard(byte[] message);

    /**
     * Messages may have been lost before this moment: the connection was made anew, or more came
     * than could be held. To be called when the listening has begun again, so that nothing said
     * after this call is lost; it may be called when the connection is lost, too.
     */
    void interrupted();
  }

  /** A listener's registration. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
