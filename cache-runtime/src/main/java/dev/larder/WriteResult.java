package dev.larder;

/** How a fail-safe write ended. */
public sealed interface WriteResult {
  /** Every tier took the write. */
  record Done() implements WriteResult {}

  /**
   * The write was refused; or a store did not confirm it, or did not pass it on to other processes.
   * Unless its arguments were refused, this process serves nothing from before it out of its local
   * tier.
   *
   * @param cause what the fault was
   */
  record Failed(CacheException cause) implements WriteResult {}
}
