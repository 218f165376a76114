package dev.larder.protocol;

/** What may happen only so often in one search, so that it ends. */
enum Budget {
  /** Whatever nobody asked for, together. */
  FAULTS,
  /** Writes of the source, each followed by a put, an evict or a clear. */
  WRITE,
  /** Clears that no write of the source came before. */
  CLEAR,
  /** Forced refreshes. */
  REFRESH,
  /** The store drops an entry: its time is over, or it was evicted. */
  EXPIRY,
  /** A lease ends while its holder still loads; that of one who is gone ends for nothing. */
  LEASE_END,
  /** A local entry's time is over. */
  LOCAL_EXPIRY,
  /** The store drops a generation marker. */
  MARKER_LOSS,
  /** The server comes back empty. */
  RESTART,
  /** A process dies, and another takes its place. */
  DEATH,
  /** A message is lost, and nobody knows. */
  MESSAGE_LOSS,
  /** The channel is cut; who listens is told when it is mended. */
  CUT,
  /** The source throws. */
  FAILED_LOAD,
  /** The store's answer does not come, whether or not it did what it was asked. */
  FAILED_CALL,
  /** A reader no longer waits for another's lease. */
  IMPATIENCE;

  static final int COUNT = values().length;

  /** Whether it counts among the faults. */
  boolean isFault() {
    return compareTo(REFRESH) > 0;
  }
}
