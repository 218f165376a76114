package dev.larder.protocol;

/** What a worker may do. */
enum Operation {
  /** Reads through the tiers and loads what is missing. */
  READ,
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

  boolean clears() {
    return this == WRITE_AND_CLEAR || this == CLEAR;
  }
}
