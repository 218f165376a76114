package dev.larder;

/** What a store has to be given as soon as it answers. */
interface Backlog {
  /** Whether there is nothing to be given. */
  boolean isEmpty();

  /**
   * Gives what there is by now.
   *
   * @throws CacheException if something could not be given, and is here still
   */
  void deliver();
}
