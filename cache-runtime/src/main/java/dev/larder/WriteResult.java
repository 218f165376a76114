package dev.larder;

/** How a fail-safe write ended. */
public sealed interface WriteResult {
  /** Every tier took the write. */
  record Done() implements WriteResult {}

  /**
   * A store did not confirm the write. The local tier no longer holds the key.
   *
   * @param cause what the store's fault was
   */
  record Failed(CacheException cause) implements WriteResult {}
}
