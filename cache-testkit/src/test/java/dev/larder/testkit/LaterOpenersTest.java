package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of entries whose life is stated after they were made (I7). */
class LaterOpenersTest extends Managers {
  private static final Duration TTL = Duration.ofMinutes(5);

  LaterOpenersTest() {
    super(1, store -> over(store, true));
  }

  @Test
  void whatWasPutBeforeTheLifeWasKnownHasNoEndInTheStoreUntilItIsWrittenAgain() {
    here(USERS).put(1L, "early");
    here(USERS).put(2L, "early too");
    Cache<Long, String> timed = here(USERS.ttl(TTL));
    timed.put(2L, "later");
    elapse(TTL);
    assertThat(timed.get(1L)).isEqualTo("early");
    assertThat(timed.timeToLive(1L)).isZero();
    assertThat(timed.get(2L)).isNull();
  }

  @Test
  void i7_aLifeThatIsConfiguredHoldsForTheFirstPut() {
    try (CacheManager configured =
        CacheManager.builder()
            .ticker(clock)
            .chain(CHAIN, over(store, true))
            .cache("users", cache -> cache.ttl(TTL))
            .build()) {
      Cache<Long, String> users = configured.cache(USERS);
      users.put(1L, "one");
      elapse(TTL);
      assertThat(users.get(1L)).isNull();
    }
  }

  @Test
  void i7_aLifeOfTheChainHoldsForTheFirstPut() {
    try (CacheManager chained =
        CacheManager.builder()
            .ticker(clock)
            .chain(CHAIN, chain -> over(store, true).accept(chain.ttl(TTL)))
            .build()) {
      Cache<Long, String> users = chained.cache(USERS);
      users.put(1L, "one");
      elapse(TTL);
      assertThat(users.get(1L)).isNull();
    }
  }
}
