package dev.larder.integration.faults;

import java.time.Duration;

/**
 * Where a worker's cache lies.
 *
 * @param name of the cache and of its chain
 * @param kind of the servers
 * @param address of the servers
 * @param localTtl of its local tier; zero: it has none
 * @param maxStaleness of its local tier; zero: it has none
 * @param channel the address of a Redis that carries its messages; empty: its own store does, if it
 *     can
 * @param budget how long calls of the store may take
 * @param flaw what is taken out of its store
 */
record Place(
    String name,
    Kind kind,
    String address,
    Duration localTtl,
    Duration maxStaleness,
    String channel,
    Duration budget,
    Flaw flaw) {
  /** On a machine that has much else to do, what is late is not to count as a fault. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LONG = Duration.ofHours(1);

  /** A kind of servers. */
  enum Kind {
    /** One Redis or Valkey. */
    SINGLE,
    /** A cluster of Redis. */
    CLUSTER,
    /** Memcached. */
    MEMCACHED
  }

  static Place alone(String name, Kind kind, String address) {
    return new Place(name, kind, address, Duration.ZERO, Duration.ZERO, "", PATIENCE, Flaw.NONE);
  }

  /** The same servers behind local tiers. */
  Place behindLocalTier(Duration ttl) {
    return new Place(name + "-local", kind, address, ttl, maxStaleness, channel, budget, flaw);
  }

  /** The same servers behind local tiers that are bounded by messages. */
  Place bounded(Duration bound) {
    return new Place(name + "-bounded", kind, address, LONG, bound, channel, budget, flaw);
  }

  /** The same servers, with the messages of a Redis. */
  Place withChannel(String redis) {
    return new Place(
        name + "-borrowing", kind, address, localTtl, maxStaleness, redis, budget, flaw);
  }

  /** The same servers reached by another way, and the same cache. */
  Place by(String way) {
    return new Place(name, kind, way, localTtl, maxStaleness, channel, budget, flaw);
  }

  /** The same with less patience. */
  Place within(Duration time) {
    return new Place(name, kind, address, localTtl, maxStaleness, channel, time, flaw);
  }

  /** The same with a guard taken out. */
  Place with(Flaw taken) {
    return new Place(
        name + "-" + taken, kind, address, localTtl, maxStaleness, channel, budget, taken);
  }

  boolean hasLocalTier() {
    return !localTtl.isZero();
  }

  /** Whether its local tiers are told of what other processes write. */
  boolean hearsOfWrites() {
    return hasLocalTier() && (kind != Kind.MEMCACHED || !channel.isEmpty());
  }

  /** How outdated a read may be. */
  Duration bound() {
    return maxStaleness.isZero() ? localTtl : maxStaleness;
  }

  /** As an argument of a worker's command line. */
  String argument() {
    return String.join(
        "|",
        name,
        kind.name(),
        address,
        localTtl.toString(),
        maxStaleness.toString(),
        channel,
        budget.toString(),
        flaw.name());
  }

  static Place of(String argument) {
    String[] parts = argument.split("\\|");
    return new Place(
        parts[0],
        Kind.valueOf(parts[1]),
        parts[2],
        Duration.parse(parts[3]),
        Duration.parse(parts[4]),
        parts[5],
        Duration.parse(parts[6]),
        Flaw.valueOf(parts[7]));
  }

  @Override
  public String toString() {
    return name;
  }
}
