package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Announcing;
import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing.CacheStore;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.Messaging;
import dev.larder.spi.Messaging.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that tells of its changes by itself.
 *
 * @param <S> the store, opened for one cache
 */
public interface AnnouncingContract<S extends CacheStore & Messaging & Announcing>
    extends StoreContract<S> {
  /** The same store, telling a channel in the words of {@link Announcement}. */
  private CacheStore announcing(S connection, String channel) {
    return connection.announcing(
        channel, Announcement.EVICTED, Announcement.CLEARED, Announcement.RELEASED);
  }

  @Test
  default void eachChangeIsToldInItsOrder() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    CacheStore view = announcing(store(), channel);
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      view.put(key, bytes("one"), LONG);
      view.remove(key);
      view.clear();
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 1, key));
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 2, key));
      assertThat(heard.next()).isEqualTo(Announcement.cleared(begun + 3));
    }
  }

  @Test
  default void whoHearsOfAChangeFindsItDone() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    CacheStore view = announcing(store(), channel);
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      for (int i = 1; i <= 20; i++) {
        String key = newKey();
        view.put(key, bytes("one"), LONG);
        assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 2L * i - 1, key));
        assertThat(other().get(key)).isEqualTo(bytes("one"));
        view.remove(key);
        assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 2L * i, key));
        assertThat(other().get(key)).isNull();
      }
    }
  }

  @Test
  default void whatItChangesTheStoreHasAndWhatTheStoreChangesIsNotTold()
      throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    CacheStore view = announcing(store(), channel);
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = store().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      store().put(key, bytes("untold"), LONG);
      assertThat(view.get(key)).isEqualTo(bytes("untold"));
      view.put(key, bytes("told"), LONG);
      assertThat(store().get(key)).isEqualTo(bytes("told"));
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 1, key));
    }
  }

  @Test
  default void theRemoveOfWhatIsNotThereIsToldToo() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      assertThat(announcing(store(), channel).remove(key)).isFalse();
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 1, key));
    }
  }

  @Test
  default void changesOfAllConnectionsAndMessagesAreCountedTogether() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      announcing(store(), channel).remove(key);
      announcing(other(), channel).remove(key);
      assertThat(store().publish(channel, Announcement.CLEARED)).isEqualTo(begun + 3);
      announcing(store(), channel).put(key, bytes("one"), LONG);
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 1, key));
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 2, key));
      assertThat(heard.next()).isEqualTo(Announcement.cleared(begun + 3));
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 4, key));
      assertThat(store().lastNumber(channel)).isEqualTo(begun + 4);
    }
  }

  @Test
  default void eachViewTellsItsOwnChannel() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String elsewhere = newKey();
    String key = newKey();
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      CacheStore view = announcing(store(), channel);
      announcing(store(), elsewhere).remove(key);
      view.remove(key);
      assertThat(heard.next()).isEqualTo(Announcement.evicted(begun + 1, key));
    }
  }

  @Test
  default void whatTouchAndRemoveIfDidIsToldAndWhatTheyDidNotIsNot() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    CacheStore view = announcing(store(), channel);
    List<Announcement> expected = new ArrayList<>();
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      view.put(key, bytes("one"), LONG);
      expected.add(Announcement.evicted(begun + 1, key));
      if (view instanceof Expiring expiring) {
        assertThat(expiring.touch(newKey(), LONG)).isFalse();
        assertThat(expiring.touch(key, LONG)).isTrue();
        expected.add(Announcement.evicted(begun + expected.size() + 1, key));
      }
      if (view instanceof Comparing comparing) {
        assertThat(comparing.removeIf(key, bytes("two"))).isFalse();
        assertThat(comparing.removeIf(key, bytes("one"))).isTrue();
        expected.add(Announcement.evicted(begun + expected.size() + 1, key));
      }
      for (Announcement each : expected) {
        assertThat(heard.next()).isEqualTo(each);
      }
      assertThat(other().lastNumber(channel)).isEqualTo(begun + expected.size());
    }
  }

  @Test
  default void aBulkTellsOfEachOfItsKeys() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      keys.add(newKey());
    }
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      if (announcing(store(), channel) instanceof Bulk bulk) {
        bulk.putAll(keys.stream().map(key -> new Bulk.Put(key, bytes("one"), LONG)).toList());
        assertThat(heard.keys(begun + 1, keys.size())).containsExactlyInAnyOrderElementsOf(keys);
        long last = other().lastNumber(channel);
        assertThat(bulk.removeAll(keys)).isEqualTo(keys.size());
        assertThat(heard.keys(last + 1, keys.size())).containsExactlyInAnyOrderElementsOf(keys);
      }
    }
  }

  @Test
  default void aBulkOfNothingTellsNothing() {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    if (announcing(store(), channel) instanceof Bulk bulk) {
      bulk.putAll(List.of());
      assertThat(bulk.removeAll(List.of())).isZero();
      assertThat(other().lastNumber(channel)).isEqualTo(begun);
    }
  }

  @Test
  default void readsLeasesAndFillsAreNotCounted() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      CacheStore view = announcing(store(), channel);
      view.get(key);
      if (view instanceof Leasing leasing) {
        Lease lease = ((Granted) leasing.readOrLease(key, LONG)).lease();
        assertThat(lease.renew(LONG)).isTrue();
        assertThat(lease.fill(bytes("one"), LONG)).isTrue();
        ((Granted) leasing.tryLease(key, LONG)).lease().release();
        leasing.lease(key, LONG).lease().release();
      }
      view.remove(key);
      assertThat(heard.nextCounted()).isEqualTo(Announcement.evicted(begun + 1, key));
    }
  }

  /** Who was told that another has the lease may hear of its end; nobody may count on it. */
  @Test
  default void aWordOfALeasesEndIsNotCounted() throws InterruptedException {
    String channel = newKey();
    long begun = store().lastNumber(channel);
    String key = newKey();
    Announcements heard = new Announcements(new LinkedBlockingQueue<>());
    try (Subscription subscription = other().subscribe(channel, heard)) {
      assertThat(subscription).isNotNull();
      CacheStore view = announcing(store(), channel);
      if (view instanceof Leasing leasing
          && announcing(other(), channel) instanceof Leasing others) {
        Lease released = ((Granted) leasing.readOrLease(key, LONG)).lease();
        assertThat(others.readOrLease(key, LONG)).isInstanceOf(Held.class);
        released.release();
        Lease filled = ((Granted) others.readOrLease(key, LONG)).lease();
        assertThat(leasing.readOrLease(key, LONG)).isInstanceOf(Held.class);
        assertThat(filled.fill(bytes("one"), LONG)).isTrue();
      }
      view.remove(key);
      Announcement each = heard.next();
      while (each.number() == 0) {
        assertThat(each).isEqualTo(Announcement.released(key));
        each = heard.next();
      }
      assertThat(each).isEqualTo(Announcement.evicted(begun + 1, key));
    }
  }
}
