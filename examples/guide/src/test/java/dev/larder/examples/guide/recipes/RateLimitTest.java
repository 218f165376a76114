package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheManager;
import dev.larder.redis.RedisStore;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** So many requests in a window of time. */
class RateLimitTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @AutoClose static final Places PLACES = new Places();

  @ParameterizedTest
  @EnumSource
  void betweenALookAndAPutAllRequestsSlipThrough(Place place) throws Exception {
    CyclicBarrier allHaveLooked = new CyclicBarrier(8);
    RacyRateLimit limit =
        new RacyRateLimit(PLACES.manager(place), 2, WINDOW, () -> await(allHaveLooked));

    assertThat(Together.call(8, () -> limit.allows("anna"))).containsOnly(true);
    assertThat(PLACES.manager(place).cache("racy-requests").get("anna")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void ofManyRequestsAtOnceExactlyTheLimitIsAllowed(Place place) throws Exception {
    RateLimit here = new RateLimit(PLACES.manager(place), 100, WINDOW, false);
    RateLimit there = new RateLimit(PLACES.other(place), 100, WINDOW, false);

    List<Long> allowed =
        Together.call(8, () -> allowedOf(20, here, "anna") + allowedOf(20, there, "anna"));

    assertThat(allowed.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    assertThat(here.allows("anna")).isFalse();
    assertThat(here.allows("bert")).isTrue();
  }

  @Test
  void aroundTheEndOfAWindowNearlyTwiceTheLimitIsAllowed() {
    AtomicLong nanos = new AtomicLong();
    try (CacheManager caches = Places.heap().ticker(nanos::get).build()) {
      RateLimit limit = new RateLimit(caches, 10, Duration.ofMinutes(1), false);
      assertThat(limit.allows("anna")).isTrue(); // the window begins

      nanos.addAndGet(Duration.ofSeconds(59).toNanos());
      assertThat(allowedOf(20, limit, "anna")).isEqualTo(9);
      nanos.addAndGet(Duration.ofSeconds(2).toNanos());
      assertThat(allowedOf(20, limit, "anna")).isEqualTo(10);
    }
  }

  @Test
  void refusedRequestsDoNotLengthenTheWindow() {
    AtomicLong nanos = new AtomicLong();
    try (CacheManager caches = Places.heap().ticker(nanos::get).build()) {
      RateLimit limit = new RateLimit(caches, 1, Duration.ofMinutes(1), false);
      assertThat(limit.allows("anna")).isTrue();

      nanos.addAndGet(Duration.ofSeconds(59).toNanos());
      assertThat(limit.allows("anna")).isFalse();
      nanos.addAndGet(Duration.ofSeconds(2).toNanos());
      assertThat(limit.allows("anna")).isTrue();
    }
  }

  @Test
  void otherClientsReadTheCountAndItsEnd() {
    RateLimit limit = new RateLimit(PLACES.manager(Place.REDIS), 10, WINDOW, false);
    allowedOf(3, limit, "carl");

    assertThat(PLACES.redis.command("GET", "shop:1:requests~counter:carl")).isEqualTo("3");
    assertThat((Long) PLACES.redis.command("PTTL", "shop:1:requests~counter:carl"))
        .isBetween(1L, WINDOW.toMillis());
  }

  @Test
  void withoutTheStoreItIsOpenOrClosedAsTheCallerSays() {
    try (RedisServer server = RedisServer.redis().start();
        CacheManager caches = Places.onStore(RedisStore.connect(server.uri()), Duration.ZERO)) {
      RateLimit open = new RateLimit(caches, 1, WINDOW, true);
      RateLimit closed = new RateLimit(caches, 1, WINDOW, false);
      assertThat(closed.allows("anna")).isTrue();
      server.kill();

      assertThat(open.allows("anna")).isTrue();
      assertThat(closed.allows("bert")).isFalse();
    }
  }

  private static long allowedOf(int requests, RateLimit limit, String user) {
    long allowed = 0;
    for (int i = 0; i < requests; i++) {
      allowed += limit.allows(user) ? 1 : 0;
    }
    return allowed;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
