package dev.larder.memcached;

/** Stores as they are a second after their start: the servers' clocks are known. */
final class Connected {
  private Connected() {}

  static MemcachedStore to(MemcachedOptions options) {
    MemcachedStore store = MemcachedStore.connect(options);
    while (!store.knowsClocks()) {
      Thread.onSpinWait();
    }
    return store;
  }
}
