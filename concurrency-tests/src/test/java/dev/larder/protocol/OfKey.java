package dev.larder.protocol;

/** What there is once for each key. */
enum OfKey {
  /** The source's row: its version. */
  SOURCE,
  /** The version that the last acknowledged write of the key left in the source. */
  ACKNOWLEDGED,
  /** The store's entry: what the two builds' variants hold, a version of the source each. */
  VALUE_A,
  VALUE_B,
  /** The store's entry: the generation it was stamped with. */
  STAMP,
  /** The store's lease: the token of its holder. In Memcached a placeholder is a lease. */
  LEASE,
  /** The generation that it was granted in. */
  LEASE_STAMP,
  /** The store's entry: a number that every change of it renews. */
  CAS,
  /** Memcached: the lease beside an entry that stays. */
  SIDE_LEASE,
  /** The number of the entry that it stands beside. */
  SIDE_CAS,
  /** The generation that is valid; of one store, only the first key's is used. */
  MARKER;

  static final int COUNT = values().length;
}
