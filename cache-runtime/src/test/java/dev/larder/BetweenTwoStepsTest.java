package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while the engine asks for the time happens between two of its steps. */
class BetweenTwoStepsTest {
  private static final CacheSpec<String, String> USERS =
      CacheSpec.of(
          "default",
          "users",
          KeyShape.single(PartTypes.STRING),
          ValueType.of("java.lang.String", 1L, true));

  private Runnable whenTimeIsAsked = () -> {};
  private final CacheManager caches = CacheManager.builder().ticker(this::time).build();
  private final Cache<String, String> cache = caches.cache(USERS);

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void touchDoesNotBringBackWhatAClearRemovedMeanwhile() {
    cache.put("key", "outdated");

    whenTimeIsAsked = cache::clear;
    boolean touched = cache.touch("key", Duration.ofMinutes(1));

    assertThat(touched).isFalse();
    assertThat(cache.lookup("key")).isInstanceOf(Lookup.Miss.class);
  }

  @Test
  void aPutLeavesNothingInACacheThatWasClosedMeanwhile() {
    whenTimeIsAsked = caches::close;
    cache.put("key", "value");

    assertThat(cache.localHit("key")).isNull();
    assertThat(cache.stats().size()).isZero();
  }

  private long time() {
    Runnable now = whenTimeIsAsked;
    whenTimeIsAsked = () -> {};
    now.run();
    return 0;
  }
}
