package dev.larder.integration.engine;

import dev.larder.spi.Messaging;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Who listens, and whether he has heard what the store has counted. */
final class Post {
  private final List<Address> addresses = new CopyOnWriteArrayList<>();
  private final AtomicLong changes = new AtomicLong();
  private volatile long arrived;

  /** Somebody hears of a channel from here on. */
  Address begin(Messaging store, String channel) {
    Address address = new Address(store, channel);
    addresses.add(address);
    return address;
  }

  void end(Address address) {
    addresses.remove(address);
  }

  /** Something may be told: called before it is, and after. */
  void mayTell() {
    changes.incrementAndGet();
  }

  /**
   * Returns when all that was sent has arrived at whoever listens. Asks nobody where nothing was:
   * tests know who waits for whom by the states of threads.
   */
  void awaitArrival() {
    long sent = changes.get();
    if (sent != arrived) {
      addresses.forEach(Address::awaitArrival);
      arrived = sent;
    }
  }

  /** One who listens. */
  static final class Address {
    private final Messaging store;
    private final String channel;
    private long heard;

    private Address(Messaging store, String channel) {
      this.store = store;
      this.channel = channel;
    }

    /** A message has reached him, and he has done what it said. */
    synchronized void arrived(long number) {
      heard = Math.max(heard, number);
      notifyAll();
    }

    /** What was sent before needs not arrive. */
    void upToDate() {
      arrived(store.lastNumber(channel));
    }

    private void awaitArrival() {
      long last = store.lastNumber(channel);
      synchronized (this) {
        while (heard < last) {
          try {
            wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(heard + " of " + last + " have arrived", e);
          }
        }
      }
    }
  }
}
