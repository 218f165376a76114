package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Messaging;
import dev.larder.spi.Messaging.Listener;
import dev.larder.spi.Messaging.Subscription;
import dev.larder.spi.Store;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that carries messages.
 *
 * @param <S> the store
 */
public interface MessagingContract<S extends Store & Messaging> extends StoreContract<S> {
  /**
   * Keeps what it hears.
   *
   * @param arrived the messages
   */
  record Queued(BlockingQueue<byte[]> arrived) implements Listener {
    @Override
    public void heard(long number, byte[] message) {
      arrived.add(message);
    }

    @Override
    public void interrupted() {
      // Nothing ails these servers; a store that says so all the same loses nothing by it here.
    }
  }

  private static void assertNext(BlockingQueue<byte[]> arrived, String text)
      throws InterruptedException {
    assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo(bytes(text));
  }

  @Test
  default void aMessageReachesEveryListenerTheSenderIncluded() throws InterruptedException {
    String channel = newKey();
    BlockingQueue<byte[]> here = new LinkedBlockingQueue<>();
    BlockingQueue<byte[]> there = new LinkedBlockingQueue<>();
    try (Subscription mine = store().subscribe(channel, new Queued(here));
        Subscription others = other().subscribe(channel, new Queued(there))) {
      assertThat(mine).isNotSameAs(others);
      store().publish(channel, bytes("one"));
      assertNext(here, "one");
      assertNext(there, "one");
    }
  }

  @Test
  default void messagesOfOneSenderArriveInOrder() throws InterruptedException {
    String channel = newKey();
    BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    try (Subscription subscription = other().subscribe(channel, new Queued(arrived))) {
      assertThat(subscription).isNotNull();
      for (int i = 0; i < 100; i++) {
        store().publish(channel, bytes("message " + i));
      }
      for (int i = 0; i < 100; i++) {
        assertNext(arrived, "message " + i);
      }
    }
  }

  @Test
  default void aChannelCarriesItsOwnMessagesOnly() throws InterruptedException {
    String channel = newKey();
    BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    try (Subscription subscription = other().subscribe(channel, new Queued(arrived))) {
      assertThat(subscription).isNotNull();
      store().publish(newKey(), bytes("to others"));
      store().publish(channel, bytes("to us"));
      assertNext(arrived, "to us");
    }
  }

  @Test
  default void aClosedSubscriptionHearsNothingMore() throws InterruptedException {
    String channel = newKey();
    BlockingQueue<byte[]> closed = new LinkedBlockingQueue<>();
    BlockingQueue<byte[]> open = new LinkedBlockingQueue<>();
    Subscription subscription = store().subscribe(channel, new Queued(closed));
    try (Subscription staying = store().subscribe(channel, new Queued(open))) {
      assertThat(staying).isNotNull();
      subscription.close();
      subscription.close();
      other().publish(channel, bytes("one"));
      assertNext(open, "one");
      assertThat(closed).isEmpty();
    }
  }

  /**
   * What was heard, with its number.
   *
   * @param number the store's
   * @param text of the message
   */
  record Numbered(long number, String text) {}

  @Test
  default void eachMessageBearsTheNumberAfterTheLast() throws InterruptedException {
    String channel = newKey();
    assertThat(store().lastNumber(channel)).isZero();
    BlockingQueue<Numbered> arrived = new LinkedBlockingQueue<>();
    Listener listener =
        new Listener() {
          @Override
          public void heard(long number, byte[] message) {
            arrived.add(new Numbered(number, new String(message, UTF_8)));
          }

          @Override
          public void interrupted() {
            // Nothing ails these servers.
          }
        };
    try (Subscription subscription = other().subscribe(channel, listener)) {
      assertThat(subscription).isNotNull();
      assertThat(store().publish(channel, bytes("one"))).isEqualTo(1);
      assertThat(other().publish(channel, bytes("two"))).isEqualTo(2);
      assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo(new Numbered(1, "one"));
      assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo(new Numbered(2, "two"));
      assertThat(store().lastNumber(channel)).isEqualTo(2);
    }
  }

  @Test
  default void channelsAreCountedApart() {
    String channel = newKey();
    store().publish(newKey(), bytes("to others"));
    assertThat(store().publish(channel, bytes("to us"))).isEqualTo(1);
  }

  @Test
  default void aMessageToNobodyIsNoFault() {
    store().publish(newKey(), bytes("one"));
  }
}
