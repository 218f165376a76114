package dev.larder.protocol;

/** What a worker may do. */
enum Operation {
  /** Reads through the tiers and loads what is missing. */
  READ,
  /** Reads two keys at once. */
  BULK,
  /** Writes the source and evicts. */
  EVICT,
  /** Writes the source and puts what it wrote. */
  PUT,
  /** Writes the source and clears the cache. */
  WRITE_AND_CLEAR,
  /** Clears the cache. */
  CLEAR,
  /** Loads whether or not there is a value. */
  REFRESH;

  /** Whether it writes the source first. */
  boolean writes() {
    return this == EVICT || this == PUT || this == WRITE_AND_CLEAR;
  }

  /** Whether it loads what is missing, and may wait for others that do. */
  boolean reads() {
    return this == READ || this == BULK;
  }

  boolean clears() {
    return this == WRITE_AND_CLEAR || this == CLEAR;
  }
}
