package dev.larder.protocol;

/** A worker, which is a thread of a process: where it is, and what it knows. */
enum OfWorker {
  /** Its operation, counted from 1. */
  OPERATION,
  KEY,
  AT,
  /** How far it is in a call of several steps. */
  PHASE,
  /** How many operations it has begun. */
  BEGUN,
  /** What was acknowledged when its operation began. */
  FLOOR,
  /** The same for what may come from the local tier, which may wait for a message. */
  LOCAL_FLOOR,
  /** What it loaded, found or wrote: a version of the source. */
  VALUE,
  /** The other build's variant, which it carries over. */
  FOREIGN,
  /** The store's last answer. */
  ANSWER,
  /** The generation of its lease. */
  STAMP,
  /** The entry's number that its fill depends on. */
  CAS,
  /** What a read of several steps has seen so far. */
  SEEN_A,
  SEEN_B,
  SEEN_STAMP,
  SEEN_LEASE,
  SEEN_CAS,
  SEEN_SIDE,
  SEEN_SIDE_CAS,
  SEEN_MARKER,
  /** Whose load it waits for, counted from 1. */
  AWAITED,
  /** Whether anything else changed the entry that its put wrote. */
  DISTURBED;

  static final int COUNT = values().length;
}
