package dev.larder;

import static java.util.Objects.requireNonNull;

import dev.larder.internal.config.NearName;
import dev.larder.spi.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
  private final Map<String, Definition> expected = new HashMap<>();
  private final Environment environment;
  private final Map<String, Chain> chains;
  private final CacheOverrides overrides;
  private boolean closed;

  OpenCaches(Environment environment, Map<String, Chain> chains, CacheOverrides overrides) {
    this.environment = environment;
    this.chains = Map.copyOf(chains);
    this.overrides = overrides;
  }

  private record Id(String chain, String name, int version) {}

  /**
   * An open cache.
   *
   * @param state what is known of it
   * @param cache as users have it
   */
  private record Opened(OpenCache<?> state, Cache<?, ?> cache) {}

  /**
   * The cache of a specification; opened if it was not.
   *
   * @throws CacheConfigurationException if there is no such chain, or what is known of the cache
   *     differs
   */
  <K, V> Cache<K, V> open(CacheSpec<K, V> spec, int version) {
    Opened found = locked(() -> openNow(spec, version));
    // Asks the store, which may take its time: never under the lock that all caches share.
    found.state().listen();
    return cast(found.cache());
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
          Definition known = expected.get(spec.name());
          return expected.put(
              spec.name(), known == null ? Definition.of(spec, 0) : known.merge(spec));
        });
  }

  /** The open caches of a name, innermost first. */
  List<Cache<Object, Object>> named(String name) {
    return locked(
        () -> {
          List<Cache<Object, Object>> caches = new ArrayList<>();
          ofName(name).forEach(each -> caches.add(cast(each.cache())));
          Collections.reverse(caches);
          return caches;
        });
  }

  /**
   * Where other processes may hold a cache that nobody opened in this one: in each chain's store.
   * These caches are for evicting from; they hear of nothing and hold nothing.
   */
  List<Cache<Object, Object>> elsewhere(CacheSpec<?, ?> spec) {
    return chains.values().stream()
        .filter(chain -> chain.store() != null)
        .map(
            chain -> OpenCaches.<Object, Object>cast(create(chain, Definition.of(spec, 0)).cache()))
        .toList();
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
    Map<String, CacheStats> stats = new LinkedHashMap<>();
    for (Opened each : locked(() -> List.copyOf(opened.values()))) {
      stats.put(each.state().definition().label(), each.cache().stats());
    }
    return stats;
  }

  void sweep() {
    List<Opened> now = locked(() -> List.copyOf(opened.values()));
    now.forEach(each -> each.state().tiers().local.sweep());
  }

  boolean isClosed() {
    return locked(() -> closed);
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

  private Opened openNow(CacheSpec<?, ?> spec, int version) {
    if (closed) {
      throw new IllegalStateException("the cache manager is closed");
    }
    Id id = new Id(spec.chain(), spec.name(), version);
    Opened known = opened.get(id);
    if (known != null) {
      known.state().merge(spec);
      known.state().requireStorable();
      return known;
    }
    Chain chain = requireChain(spec);
    ofName(spec.name()).forEach(other -> requireNoConflict(other.state().definition(), spec));
    Opened created = create(chain, Definition.of(spec, version));
    Definition noted = expected.get(spec.name());
    if (noted != null) {
      created.state().merge(CacheSpec.of(noted));
    }
    created.state().requireStorable();
    if (opened.keySet().stream().noneMatch(other -> other.chain().equals(chain.name()))) {
      chain.tellUnheard(created.state().localLife());
    }
    opened.put(id, created);
    return created;
  }

  private Chain requireChain(CacheSpec<?, ?> spec) {
    Chain chain = chains.get(spec.chain());
    if (chain == null) {
      throw new CacheConfigurationException(
          "there is no chain "
              + spec.chain()
              + " for the cache "
              + spec.name()
              + "; there is "
              + String.join(", ", chains.keySet().stream().sorted().toList())
              + (chains.size() == 1 ? "" : NearName.hint(spec.chain(), chains.keySet(), "")));
    }
    return chain;
  }

  private Opened create(Chain chain, Definition definition) {
    CacheSettings override = overrides.of(definition.name());
    OpenCache<Object> state = new OpenCache<>(definition, chain, override, environment);
    Cache<Object, Object> cache =
        state.asCache(other -> version(state, CacheManagerBuilder.requireVersion(other)));
    return new Opened(state, cache);
  }

  /** The same cache as it is known by now, under a version: 0 is the one it is configured with. */
  private <K, V> Cache<K, V> version(OpenCache<V> state, int version) {
    return open(CacheSpec.of(state.definition()), version == state.ownVersion() ? 0 : version);
  }

  private void requireNoConflict(Definition known, CacheSpec<?, ?> spec) {
    if (known.chain().equals(spec.chain())) {
      return;
    }
    if (!known.stacked() || !spec.isStacked()) {
      throw new CacheConfigurationException(
          "the cache "
              + spec.name()
              + " is in two chains, "
              + known.chain()
              + " and "
              + spec.chain()
              + "; give one of the two another name, or stack them on one method");
    }
    if (shareStore(known.chain(), spec.chain())) {
      throw new CacheConfigurationException(
          "the chains "
              + known.chain()
              + " and "
              + spec.chain()
              + ", stacked for the cache "
              + spec.name()
              + ", have one store, so that each would wait for the other's lease; leave one out");
    }
  }

  private boolean shareStore(String one, String other) {
    Store store = requireNonNull(chains.get(one)).store();
    return store != null && store == requireNonNull(chains.get(other)).store();
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
