package dev.larder;

/** What became of a loaded value in the distributed tier. */
sealed interface Filling {
  /** It was stored, or there is no such tier. */
  record Accepted() implements Filling {}

  /** The lease had been broken: the value may be older than a write. */
  record Refused() implements Filling {}

  /**
   * The store did not answer, or the value could not be encoded.
   *
   * @param cause the fault
   */
  record Failed(CacheException cause) implements Filling {}
}
