package dev.larder.integration.faults;

import java.time.Duration;

/**
 * Where a worker's cache lies.
 *
 * @param name of the cache and of its chain
 * @param kind of the servers
 * @param address of the servers
 * @param localTtl of its local tier; zero: it has none
 * @param flaw what is taken out of its store
 */
record Place(String name, Kind kind, String address, Duration localTtl, Flaw flaw) {
  /** A kind of servers. */
  enum Kind {
    /** One Redis or Valkey. */
    SINGLE,
    /** A cluster of Redis. */
    CLUSTER,
    /** Memcached. */
    MEMCACHED;

    boolean carriesMessages() {
      return this != MEMCACHED;
    }
  }

  static Place alone(String name, Kind kind, String address) {
    return new Place(name, kind, address, Duration.ZERO, Flaw.NONE);
  }

  /** The same servers behind local tiers. */
  Place behindLocalTier(Duration ttl) {
    return new Place(name + "-local", kind, address, ttl, flaw);
  }

  /** The same servers reached by another way, and the same cache. */
  Place by(String way) {
    return new Place(name, kind, way, localTtl, flaw);
  }

  /** The same with a guard taken out. */
  Place with(Flaw taken) {
    return new Place(name + "-" + taken, kind, address, localTtl, taken);
  }

  boolean hasLocalTier() {
    return !localTtl.isZero();
  }

  /** As an argument of a worker's command line. */
  String argument() {
    return String.join("|", name, kind.name(), address, "" + localTtl.toMillis(), flaw.name());
  }

  static Place of(String argument) {
    String[] parts = argument.split("\\|");
    return new Place(
        parts[0],
        Kind.valueOf(parts[1]),
        parts[2],
        Duration.ofMillis(Long.parseLong(parts[3])),
        Flaw.valueOf(parts[4]));
  }

  @Override
  public String toString() {
    return name;
  }
}
