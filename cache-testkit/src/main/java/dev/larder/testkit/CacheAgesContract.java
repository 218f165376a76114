package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.Cache;
import dev.larder.CacheSpec;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * What a cache gives while it has an older value, over any chain whose store, if it has one, knows
 * how long its entries have to live. The times are such that a real server's can be waited for.
 */
public interface CacheAgesContract extends CacheContract {
  /** How long an entry of these caches lives, or until it is due. */
  Duration AGE = Duration.ofSeconds(3);

  /** How late a server may let an entry come of age. */
  Duration LATE = Duration.ofMillis(1_100);

  private CacheSpec<Long, String> stale() {
    return USERS.ttl(AGE).staleTtl(Duration.ofHours(1));
  }

  private CacheSpec<Long, String> due() {
    return USERS.ttl(Duration.ofHours(1)).refreshAfter(AGE);
  }

  private Cache<Long, String> aged(CacheSpec<Long, String> spec) {
    here(spec).get(1L, key -> "old");
    there(spec).get(1L);
    elapse(AGE.plus(LATE));
    return here(spec);
  }

  private static String failing(Object key) {
    throw new IllegalStateException("no source of " + key);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("it did not come true");
      }
      Thread.onSpinWait();
    }
  }

  @Test
  default void aStaleValueIsServedWhereItsLoaderThrowsUntilItIsEvicted() {
    assertThat(aged(stale()).get(1L)).isNull();
    assertThat(here(stale()).contains(1L)).isFalse();
    assertThat(here(stale()).get(1L, CacheAgesContract::failing)).isEqualTo("old");
    assertThat(there(stale()).get(1L, CacheAgesContract::failing)).isEqualTo("old");
    there(stale()).evict(1L);
    assertThat(catchThrowable(() -> here(stale()).get(1L, CacheAgesContract::failing)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(catchThrowable(() -> there(stale()).get(1L, CacheAgesContract::failing)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void aStaleValueIsReplacedByWhatIsLoaded() {
    assertThat(aged(stale()).get(1L, key -> "new")).isEqualTo("new");
    assertThat(there(stale()).get(1L, key -> "not asked")).isEqualTo("new");
  }

  @Test
  default void i5_aStaleValueThatIsEvictedWhileItIsLoadedIsNotServed() throws Throwable {
    Cache<Long, String> cache = aged(stale());
    HeldLoader loader = new HeldLoader();
    Caller<String> caller = Caller.of(() -> cache.get(1L, loader));
    loader.awaitStarted();
    here(stale()).evict(1L);
    IllegalStateException failure = new IllegalStateException("no source");
    loader.fail(failure);
    assertThat(catchThrowable(caller::answer)).isSameAs(failure);
    assertThat(there(stale()).get(1L)).isNull();
  }

  @Test
  default void aDueValueIsServedAndThenTheNewOneToBoth() {
    assertThat(aged(due()).get(1L, key -> "new")).isEqualTo("old");
    await(() -> "new".equals(here(due()).get(1L)));
    await(() -> "new".equals(there(due()).get(1L, key -> "new")));
  }

  @Test
  default void i5_aDueValueThatIsEvictedWhileItIsRefreshedIsNotBroughtBack() throws Exception {
    Cache<Long, String> cache = aged(due());
    HeldLoader loader = new HeldLoader();
    assertThat(cache.get(1L, loader)).isEqualTo("old");
    loader.awaitStarted();
    there(due()).evict(1L);
    loader.give("old again");
    await(() -> cache.stats().refreshes() == 1);
    assertThat(here(due()).get(1L)).isNull();
    assertThat(there(due()).get(1L)).isNull();
  }
}
