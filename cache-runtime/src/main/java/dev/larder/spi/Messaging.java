package dev.larder.spi;

/**
 * Capability of a chain's store: carries short messages to every process that listens, the sender's
 * own included. The store numbers the messages of each channel, so that who listens can tell that
 * one was lost.
 */
public interface Messaging {
  /**
   * Sends to whoever listens to the channel at this moment.
   *
   * @return the message's number: one more than the last one of the channel. If the store knows of
   *     none, because there was none or because it has lost count, it begins to count at a number
   *     that lies beyond whatever it may have counted up to before, such as its time in
   *     microseconds
   */
  long publish(String channel, byte[] message);

  /**
   * The number of the channel's last message. If the store knows of none, it begins to count here,
   * as it does in {@link #publish}: a number that stands for nothing could be lost and stand for
   * nothing again, and nobody would notice what was said between. One round trip.
   */
  long lastNumber(String channel);

  /**
   * Listens to a channel; messages arrive in the order of their numbers.
   *
   * @return ends the listening when closed
   */
  Subscription subscribe(String channel, Listener listener);

  /** Hears what is sent; called by the store's threads, never by two at once. */
  interface Listener {
    /**
     * Something was sent.
     *
     * @param number what {@link #publish} gave; 0 for a message that the store did not count, as
     *     nobody would miss it; less for one that it should have counted and could not, which
     *     counts as a lost one
     */
    void heard(long number, byte[] message);

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
