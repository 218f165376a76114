package dev.larder.memcached;

import dev.larder.CacheException;
import java.time.Duration;

/** Stores as they are a while after their start, also on a machine that is busy with other work. */
final class Connected {
  /** Longer than any answer takes. */
  static final Duration PATIENT = Duration.ofSeconds(10);

  private Connected() {}

  /** A store whose servers answer. */
  static MemcachedStore to(MemcachedOptionsBuilder options) {
    MemcachedStore store = MemcachedStore.connect(options.timeout(PATIENT).build());
    awaitAnswers(store);
    return store;
  }

  /** A store on these servers, which answer. */
  static MemcachedStore to(String servers) {
    return to(MemcachedOptions.builder().servers(servers));
  }

  /** A store that knows its servers' clocks. */
  static MemcachedStore knowingClocks(MemcachedOptionsBuilder options) {
    MemcachedStore store = to(options);
    while (!store.knowsClocks()) {
      Thread.onSpinWait();
    }
    return store;
  }

  /** Returns when every server answers. */
  static void awaitAnswers(MemcachedStore store) {
    while (true) {
      try {
        store.ping();
        return;
      } catch (CacheException e) {
        Thread.onSpinWait();
      }
    }
  }
}
