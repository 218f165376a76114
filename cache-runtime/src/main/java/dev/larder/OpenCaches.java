package dev.larder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caches of a manager, in the order in which they were opened. A name stands for one cache,
 * unless those of that name are stacked on one method, each in a chain of its own.
 */
final class OpenCaches {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Id, Opened> opened = new LinkedHashMap<>();
  private final List<CacheSpec<?, ?>> expected = new ArrayList<>();
  private final Environment environment;
  private final Map<String, Chain> chains;
  private final Map<String, CacheSettings> overrides;
  private boolean closed;

  OpenCaches(
      Environment environment, Map<String, Chain> chains, Map<String, CacheSettings> overrides) {
    this.environment = environment;
    this.chains = Map.copyOf(chains);
    this.overrides = Map.copyOf(overrides);
  }

  private record Id(String chain, String name, int version) {}

  /**
   * A cache, and whether somebody asked for it by name alone, so that its chain is a guess.
   *
   * @param state what is known of the cache
   * @param cache the cache as users have it
   * @param guessed whether its chain is the default one for want of knowing better
   */
  private record Opened(OpenCache<?> state, Cache<?, ?> cache, boolean guessed) {}

  /**
   * The cache of a specification; opened if it was not.
   *
   * @throws CacheConfigurationException if there is no such chain, or what is known of the cache
   *     differs
   */
  <K, V> Cache<K, V> open(CacheSpec<K, V> spec, int version) {
    return locked(() -> openNow(spec, version, false));
  }

  /**
   * Notes that somebody writes to the caches of a name, so that a cache that differs from what it
   * knows is refused when it is opened, not when it is written to.
   *
   * @throws CacheConfigurationException if one that is open differs
   */
  void expect(CacheSpec<?, ?> spec) {
    locked(
        () -> {
          ofName(spec.name()).forEach(each -> each.state().merge(spec));
          return expected.add(spec);
        });
  }

  /** The caches of a name, innermost first; if there is none, that of the default chain. */
  List<Cache<Object, Object>> named(CacheSpec<?, ?> spec) {
    return locked(
        () -> {
          List<Cache<Object, Object>> caches = new ArrayList<>();
          ofName(spec.name()).forEach(each -> caches.add(cast(each.cache())));
          // After the close there is nothing to write to.
          if (caches.isEmpty() && !closed) {
            caches.add(cast(openNow(spec, 0, true)));
          }
          Collections.reverse(caches);
          return caches;
        });
  }

  /** The open cache of a name, the outermost if there are several; null if there is none. */
  @Nullable Cache<Object, Object> find(String name) {
    return locked(
        () -> ofName(name).stream().findFirst().map(each -> cast(each.cache())).orElse(null));
  }

  List<Cache<Object, Object>> all() {
    return locked(() -> opened.values().stream().map(each -> cast(each.cache())).toList());
  }

  /** The counters of each cache, by a name that no two share. */
  Map<String, CacheStats> stats() {
    List<Opened> now = locked(() -> List.copyOf(opened.values()));
    Map<String, CacheStats> stats = new LinkedHashMap<>();
    for (Opened each : now) {
      Definition known = each.state().definition();
      boolean unique =
          now.stream().filter(other -> other.state().definition().isCalledAs(known)).count() == 1;
      String label = unique ? known.label() : known.chain() + "/" + known.label();
      stats.put(label, each.cache().stats());
    }
    return stats;
  }

  void sweep() {
    List<Opened> now = locked(() -> List.copyOf(opened.values()));
    now.forEach(each -> each.state().tiers().local.sweep());
  }

  /** Closes the caches; a second call does nothing. */
  void close() {
    List<Opened> now =
        locked(
            () -> {
              List<Opened> open = closed ? List.of() : List.copyOf(opened.values());
              closed = true;
              return open;
            });
    now.forEach(each -> each.state().tiers().close());
  }

  private <K, V> Cache<K, V> openNow(CacheSpec<K, V> spec, int version, boolean guessed) {
    if (closed) {
      throw new IllegalStateException("the cache manager is closed");
    }
    Id id = new Id(spec.chain(), spec.name(), version);
    Opened known = opened.get(id);
    if (known == null) {
      requireOneChain(spec);
      known = create(spec, version, guessed);
    } else {
      known.state().merge(spec);
      known = new Opened(known.state(), known.cache(), known.guessed() && guessed);
    }
    opened.put(id, known);
    return cast(known.cache());
  }

  private <K, V> Opened create(CacheSpec<K, V> spec, int version, boolean guessed) {
    Chain chain = chains.get(spec.chain());
    if (chain == null) {
      throw new CacheConfigurationException(
          "there is no chain "
              + spec.chain()
              + " for the cache "
              + spec.name()
              + "; there is "
              + String.join(", ", chains.keySet().stream().sorted().toList()));
    }
    CacheSettings override = overrides.getOrDefault(spec.name(), CacheSettings.NONE);
    OpenCache<V> state =
        new OpenCache<>(Definition.of(spec, version), chain, override, environment);
    expected.stream().filter(each -> each.name().equals(spec.name())).forEach(state::merge);
    Cache<K, V> cache =
        state.asCache(other -> version(state, CacheManagerBuilder.requireVersion(other)));
    return new Opened(state, cache, guessed);
  }

  /** The same cache as it is known by now, under another version. */
  private <K, V> Cache<K, V> version(OpenCache<V> state, int version) {
    return open(CacheSpec.of(state.definition()), version);
  }

  private void requireOneChain(CacheSpec<?, ?> spec) {
    for (Opened other : ofName(spec.name())) {
      Definition known = other.state().definition();
      if (other.guessed()) {
        other.state().tiers().close();
        opened.remove(new Id(known.chain(), known.name(), known.version()));
      } else if (!known.chain().equals(spec.chain()) && !(known.stacked() && spec.isStacked())) {
        throw new CacheConfigurationException(
            "the cache "
                + spec.name()
                + " is in two chains, "
                + known.chain()
                + " and "
                + spec.chain()
                + "; give one of the two another name, or stack them on one method");
      }
    }
  }

  private List<Opened> ofName(String name) {
    return opened.values().stream()
        .filter(each -> each.state().definition().name().equals(name))
        .toList();
  }

  @SuppressWarnings("unchecked") // that a cache is of these keys and values, merging has shown
  private static <K, V> Cache<K, V> cast(Cache<?, ?> cache) {
    return (Cache<K, V>) cache;
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
