package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cache had by its name, whose keys no compiler checks. */
class KeyCheckTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "default",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.String", 1, true));

  private final CacheManager caches = CacheManager.builder().build();
  private final Cache<Long, String> typed = caches.cache(USERS);
  private final Cache<Object, Object> byName = caches.cache("users");

  @AfterEach
  void close() {
    caches.close();
  }

  static List<Consumer<Cache<Object, Object>>> calls() {
    return List.of(
        cache -> cache.localHit(1),
        cache -> cache.get(1),
        cache -> cache.get(1, key -> "one"),
        cache -> cache.get(1, key -> "one", value -> false),
        cache -> cache.lookup(1),
        cache -> cache.contains(1),
        cache -> cache.getAll(List.of(1L, 1)),
        cache -> cache.timeToLive(1),
        cache -> cache.put(1, "one"),
        cache -> cache.put(1, "one", Duration.ofSeconds(1)),
        cache -> cache.putAll(Map.of(1, "one")),
        cache -> cache.putAll(Map.of(1, "one"), Duration.ofSeconds(1)),
        cache -> cache.putIfAbsent(1, "one"),
        cache -> cache.touch(1, Duration.ofSeconds(1)),
        cache -> cache.evict(1),
        cache -> cache.evict(1, "one"),
        cache -> cache.evictAll(List.of(1L, 1)),
        cache -> cache.refresh(1, key -> "one"),
        cache -> cache.warm(List.of(1), key -> "one"),
        cache -> cache.keyText(1),
        cache -> cache.version(2).evict(1));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aKeyThatCannotBeIsRefusedAndNothingDone(Consumer<Cache<Object, Object>> call) {
    typed.put(1L, "one");
    assertThatThrownBy(() -> call.accept(byName))
        .isInstanceOf(CacheValidationException.class)
        .hasMessage("part 0 of a key of long must be a long, but was given a java.lang.Integer");
    assertThat(typed.stats().size()).isEqualTo(1);
    assertThat(typed.timeToLive(1L)).isEqualTo(Duration.ZERO);
  }

  @Test
  void failSafeWritesAnswerWithTheRefusal() {
    assertThat(byName.failSafe().evict("zzz"))
        .isInstanceOfSatisfying(
            WriteResult.Failed.class,
            failed -> assertThat(failed.cause()).isInstanceOf(CacheValidationException.class));
  }

  @Test
  void keysOfTheShapeReachTheSameEntries() {
    byName.put(1L, "one");
    byName.put(null, "none");
    byName.version(2).put(1L, "two");
    assertThat(typed.get(1L)).isEqualTo("one");
    assertThat(typed.get(null)).isEqualTo("none");
    assertThat(typed.version(2).get(1L)).isEqualTo("two");
    assertThat(byName.getAll(List.of(1L, 2L))).containsExactly(Map.entry(1L, "one"));
    assertThat(byName.evictMatching("*")).isEqualTo(2);
    byName.clear();
    assertThat(byName.stats()).isEqualTo(typed.stats());
    assertThat(List.of(byName.name(), byName.chain())).containsExactly("users", "default");
    assertThat(caches.cache("users")).isSameAs(byName).hasToString(typed.toString());
  }
}
