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
  /** Makes the servers forget the count of a channel, as those do that come back empty. */
  void loseCount(String channel);

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
    long last = store().lastNumber(channel);
    assertThat(last).isPositive();
    assertThat(other().lastNumber(channel)).isEqualTo(last);
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
      assertThat(store().publish(channel, bytes("one"))).isEqualTo(last + 1);
      assertThat(other().publish(channel, bytes("two"))).isEqualTo(last + 2);
      assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo(new Numbered(last + 1, "one"));
      assertThat(arrived.poll(10, TimeUnit.SECONDS)).isEqualTo(new Numbered(last + 2, "two"));
      assertThat(store().lastNumber(channel)).isEqualTo(last + 2);
    }
  }

  @Test
  default void aMessageMayBeginTheCount() {
    String channel = newKey();
    long first = store().publish(channel, bytes("one"));
    assertThat(first).isPositive();
    assertThat(other().lastNumber(channel)).isEqualTo(first);
    assertThat(other().publish(channel, bytes("two"))).isEqualTo(first + 1);
  }

  @Test
  default void aCountThatWasLostComesToNoNumberOfBefore() {
    String channel = newKey();
    store().publish(channel, bytes("one"));
    long heard = store().publish(channel, bytes("two"));
    loseCount(channel);
    long looked = store().lastNumber(channel);
    assertThat(looked).isGreaterThan(heard + 1);
    assertThat(store().publish(channel, bytes("three"))).isEqualTo(looked + 1);
    loseCount(channel);
    assertThat(store().publish(channel, bytes("four"))).isGreaterThan(looked + 2);
  }

  @Test
  default void channelsAreCountedApart() {
    String channel = newKey();
    long last = store().lastNumber(channel);
    store().publish(newKey(), bytes("to others"));
    assertThat(store().publish(channel, bytes("to us"))).isEqualTo(last + 1);
  }

  @Test
  default void aMessageToNobodyIsNoFault() {
    store().publish(newKey(), bytes("one"));
  }
}
