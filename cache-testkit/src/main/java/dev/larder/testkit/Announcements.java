package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Messaging.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what is heard of changes.
 *
 * @param arrived the messages
 */
record Announcements(BlockingQueue<Announcement> arrived) implements Listener {
  @Override
  public void heard(long number, byte[] message) {
    arrived.add(Announcement.of(number, message));
  }

  @Override
  public void interrupted() {
    // Nothing ails these servers; a store that says so all the same loses nothing by it here.
  }

  Announcement next() throws InterruptedException {
    Announcement next = arrived.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("what was heard").isNotNull();
    return next;
  }

  /** The next one that has a number. */
  Announcement nextCounted() throws InterruptedException {
    Announcement next = next();
    while (next.number() == 0) {
      next = next();
    }
    return next;
  }

  /** So many evicted keys, by messages that are counted on from a number. */
  List<String> keys(long firstNumber, int count) throws InterruptedException {
    List<String> keys = new ArrayList<>();
    for (long number = firstNumber; keys.size() < count; number++) {
      Announcement next = next();
      assertThat(next.number()).isEqualTo(number);
      assertThat(next.beginning()).isEqualTo("evicted");
      keys.addAll(next.keys());
    }
    return keys;
  }
}
