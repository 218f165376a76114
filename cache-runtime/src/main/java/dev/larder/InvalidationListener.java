package dev.larder;

/** Hears what other processes wrote. */
interface InvalidationListener {
  /** The key's entry is outdated. */
  void evicted(Object key);

  /** Every entry is outdated. */
  void cleared();
}
