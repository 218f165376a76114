package dev.larder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners of a manager. What they throw is logged once of each, and goes no further.
 */
final class Events {
  private static final Logger LOGGER = LoggerFactory.getLogger(Events.class);

  private final List<CacheListener> listeners;
  private final Set<CacheListener> failing =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  Events(List<CacheListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Those who are given, and those who are found by this thread's class loader. */
  static Events of(List<CacheListener> given) {
    List<CacheListener> all = new ArrayList<>(given);
    Services<CacheListener> found =
        new Services<>(
            CacheListener.class,
            Thread.currentThread().getContextClassLoader(),
            fault -> LOGGER.warn("a listener cannot be used; others are looked for", fault));
    all.addAll(found.all());
    return new Events(all);
  }

  void tell(CacheEvent event) {
    for (CacheListener each : listeners) {
      tell(each, event);
    }
  }

  private void tell(CacheListener listener, CacheEvent event) {
    try {
      listener.on(event);
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      if (failing.add(listener)) {
        LOGGER.warn("the listener {} failed; this is logged once", listener.getClass(), e);
      }
    }
  }
}
