package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * What all caches of a manager share.
 *
 * @param keyPrefix the beginning of every key text
 * @param version the version in every key text
 * @param clock the time they live by
 * @param leaseTime for how long a load keeps others from loading the same key, in this process and
 *     in others
 * @param sender names the manager in its messages
 * @param tasks what runs beside the callers' threads
 * @param events tells those who want to know what happens
 * @param leases renews those of slow loads
 * @param looks what looks after the caches' channels
 * @param closings what is closed with the manager
 */
record Environment(
    String keyPrefix,
    int version,
    Clock clock,
    Duration leaseTime,
    UUID sender,
    Tasks tasks,
    Events events,
    LeaseKeeper leases,
    Looks looks,
    Closings closings) {

  /** With what works in the background for these. */
  Environment(
      String keyPrefix,
      int version,
      Clock clock,
      Duration leaseTime,
      UUID sender,
      Tasks tasks,
      Events events) {
    this(
        keyPrefix,
        version,
        clock,
        leaseTime,
        sender,
        tasks,
        events,
        new LeaseKeeper(leaseTime, clock),
        new Looks(),
        new Closings());
  }
}
