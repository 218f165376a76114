package dev.larder.protocol;

/** A guard left out, as in protocols that are often built. */
enum Flaw {
  /** Look, load, put: no lease is asked for. */
  NO_LEASE,
  /** A lease is asked for, but the fill does not depend on it. */
  FILL_UNCHECKED,
  /** A put leaves the lease of a load standing. */
  PUT_KEEPS_LEASE,
  /** An evict drops the local entry before the store's. */
  LOCAL_FIRST,
  /** An evict tells the others before it has removed. */
  MESSAGE_FIRST,
  /** What was read or loaded is put into the local tier whatever came between. */
  LOCAL_UNFENCED,
  /** A put's two steps do not look for other writes between them. */
  PUT_UNBRACKETED,
  /** A fill is stamped with the generation of its own time, not of its lease's. */
  STAMPED_AT_FILL,
  /** A generation that is missing is begun again with the same number, and counted up by clears. */
  SEEDS_REPEAT,
  /** Where the generation is missing, every entry is taken for valid. */
  MISSING_IS_VALID,
  /** A clear leaves leases standing that no fill can be made under any more. */
  LEASE_OUTLIVES_CLEAR,
  /** Cluster: what is remembered of the generation is trusted. */
  MARKER_NOT_READ,
  /** Cluster: a put stamped with a generation that is over is not done again. */
  PUT_NOT_REDONE,
  /** Cluster: a lease of another number than the remembered one is taken for outdated. */
  OTHER_NUMBER_IS_OVER,
  /** Cluster: a read done again does not know its own lease. */
  OWN_LEASE_UNKNOWN,
  /** The other build's variant is what a read before the lease saw. */
  CARRIED_FROM_READ,
  /** An entry without one's own variant is leased by force, from whoever loads already. */
  LEASE_BY_FORCE,
  /** Who listens is told of a gap when it begins, not when it has ended. */
  GAP_TOLD_EARLY,
  /** Memcached: a fill sets, whatever there is. */
  SET_NOT_CAS,
  /** No lease: a fill that lost is taken back by a remove alone. */
  BARE_DISCARD,
  /** No lease: a fill does not look for writes of its own process that are between their steps. */
  WRITES_UNSEEN,
  /** A bulk read waits for what others load before it loads what it has the leases of. */
  BULK_WAITS_FIRST
}
