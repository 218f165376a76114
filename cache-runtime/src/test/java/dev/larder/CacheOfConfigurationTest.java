package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.stores.TextCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Versions of single caches, and caches that are turned off. */
class CacheOfConfigurationTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "far",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.String", 1, true));

  private final MapStore store = new MapStore();

  private CacheManager manager(Consumer<CacheSettingsBuilder> users) {
    return CacheManager.builder()
        .chain("far", chain -> chain.local(l -> {}).distributed(store).codec(new TextCodec()))
        .cache("users", users)
        .build();
  }

  @Test
  void aVersionMovesTheKeysOfOneCache() {
    try (CacheManager caches = manager(cache -> cache.version(3))) {
      Cache<Long, String> users = caches.cache(USERS);
      users.put(1L, "one");
      assertThat(users.keyText(1L)).isEqualTo("larder:1:users~3:1");
      assertThat(store.entries).containsOnlyKeys("larder:1:users~3:1");
      assertThat(caches.stats()).containsOnlyKeys("users");
    }
  }

  @Test
  void theConfiguredVersionIsTheCacheItselfAndOthersAreOthers() {
    try (CacheManager caches = manager(cache -> cache.version(3))) {
      Cache<Long, String> users = caches.cache(USERS);
      assertThat(users.version(3)).isSameAs(users);
      assertThat(users.version(0)).isSameAs(users);
      assertThat(users.version(4).keyText(1L)).isEqualTo("larder:1:users~4:1");
    }
  }

  @Test
  void writesByNameReachTheConfiguredVersionWhereNobodyOpenedTheCache() {
    try (CacheManager reader = manager(cache -> cache.version(3));
        CacheManager writer = manager(cache -> cache.version(3))) {
      reader.cache(USERS).put(1L, "one");
      writer.named("users", KeyShape.single(PartTypes.LONG)).evict(1L);
      assertThat(store.entries).isEmpty();
    }
  }

  @Test
  void aCacheThatIsTurnedOffLoadsEachTimeAndKeepsNothing() throws IOException {
    try (CacheManager caches = manager(cache -> cache.enabled(false))) {
      Cache<Long, String> users = caches.cache(USERS);
      assertThat(users.get(1L, key -> "one")).isEqualTo("one");
      assertThat(users.get(1L, key -> "two")).isEqualTo("two");
      assertThat(users.get(1L, key -> "three", value -> false)).isEqualTo("three");
      IOException fault = new IOException("gone");
      assertThatThrownBy(
              () ->
                  users.get(
                      1L,
                      key -> {
                        throw fault;
                      }))
          .isSameAs(fault);
      users.warm(List.of(1L), key -> "four");
      assertThat(users.refresh(1L, key -> "five")).isEqualTo("five");
      assertThat(users.putIfAbsent(1L, "six")).isNull();
      assertFindsNothing(users);
      assertThat(store.entries).isEmpty();
      CacheStats stats = users.stats();
      assertThat(List.of(stats.misses(), stats.loads(), stats.loadFailures()))
          .containsExactly(7L, 4L, 1L);
    }
  }

  private static void assertFindsNothing(Cache<Long, String> users) {
    assertThat(users.localHit(1L)).isNull();
    assertThat(users.get(1L)).isNull();
    assertThat(users.lookup(1L)).isInstanceOf(Lookup.Miss.class);
    assertThat(users.contains(1L)).isFalse();
    assertThat(users.timeToLive(1L)).isNull();
    assertThat(users.getAll(List.of(1L))).isEmpty();
    assertThat(users.touch(1L, Duration.ofSeconds(1))).isFalse();
  }

  static List<Consumer<Cache<Long, String>>> writes() {
    return List.of(
        cache -> cache.put(1L, "new"),
        cache -> cache.put(1L, "new", Duration.ofSeconds(1)),
        cache -> cache.putAll(Map.of(1L, "new")),
        cache -> cache.putAll(Map.of(1L, "new"), Duration.ofSeconds(1)),
        cache -> cache.failSafe().put(1L, "new"),
        cache -> cache.refresh(1L, key -> "new"),
        cache -> cache.evict(1L),
        cache -> cache.evictAll(List.of(1L)));
  }

  @Test
  void whatIsWrittenToACacheThatIsTurnedOffIsEvictedForTheOthers() {
    try (CacheManager on = manager(cache -> {});
        CacheManager off = manager(cache -> cache.enabled(false))) {
      Cache<Long, String> users = on.cache(USERS);
      for (Consumer<Cache<Long, String>> write : writes()) {
        users.put(1L, "old");
        users.put(2L, "other");
        write.accept(off.cache(USERS));
        assertThat(store.entries).containsOnlyKeys("larder:1:users:2");
      }
    }
  }

  @Test
  void theKeysOfACacheByNameAreCheckedThoughItIsTurnedOff() {
    try (CacheManager caches = manager(cache -> cache.enabled(false))) {
      assertThat(caches.cache(USERS).version(2).get(1L, key -> "one")).isEqualTo("one");
      assertThatThrownBy(() -> caches.cache("users").put("one", "one"))
          .isInstanceOf(CacheValidationException.class);
      assertThat(caches.cache("users")).hasToString("cache users of chain far, which is disabled");
    }
  }
}
