package dev.larder.integration.faults;

/**
 * Something that a worker did, and when: by {@link System#nanoTime}, which on one machine all
 * processes share.
 *
 * @param kind what it did
 * @param key of the row
 * @param version that it got or wrote
 * @param begin before it called the cache, and before the database if it wrote
 * @param end after the call had returned
 */
record Event(Kind kind, long key, long version, long begin, long end) {
  /** What workers do. */
  enum Kind {
    /** It read. */
    READ,
    /** It wrote the database, and then evicted, cleared or put. */
    WRITE
  }

  boolean isWrite() {
    return kind == Kind.WRITE;
  }
}
