package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How old values may grow, as files and variables state it. */
class StatedAgesTest {
  private static final CacheSettings ALL =
      CacheSettings.NONE
          .withLeases(false)
          .withStale(
              new StaleSettings(
                  Duration.ofMinutes(4), Duration.ofHours(1), Duration.ofMillis(50), 1.5));

  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "far",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.String", 1, true));

  @TempDir private Path directory;

  @Test
  void ofACache() {
    Configured stated =
        new Configured(directory)
            .properties(
                "larder.caches.users.leases = false",
                "larder.caches.users.refresh-after = 4m",
                "larder.caches.users.stale-ttl = 1h",
                "larder.caches.users.load-timeout = 50ms",
                "larder.caches.users.early-refresh = 1.5");
    assertThat(Configuration.of(stated.sources()).caches().of("users")).isEqualTo(ALL);
  }

  @Test
  void ofAChain() {
    Configured stated =
        new Configured(directory)
            .properties(
                "larder.chains.far.tiers = local",
                "larder.chains.far.ttl = 5m",
                "larder.chains.far.refresh-after = 4m",
                "larder.chains.far.stale-ttl = 1h",
                "larder.chains.far.load-timeout = 1m",
                "larder.chains.far.early-refresh = 0");
    AtomicLong nanos = new AtomicLong();
    try (CacheManager caches =
        CacheManager.configured(stated.sources())
            .ticker(nanos::get)
            .executor(Runnable::run)
            .build()) {
      Cache<Long, String> cache = caches.cache(USERS);
      cache.put(1L, "one");
      nanos.addAndGet(Duration.ofMinutes(4).toNanos());
      assertThat(cache.get(1L, key -> "two")).isEqualTo("one");
      assertThat(cache.localHit(1L)).isEqualTo("two");
      nanos.addAndGet(Duration.ofMinutes(5).toNanos());
      assertThat(
              cache.get(
                  1L,
                  key -> {
                    throw new IllegalStateException("no source");
                  }))
          .isEqualTo("two");
    }
  }

  @Test
  void byVariables() {
    Configured stated =
        new Configured(directory)
            .variable("LARDER_CACHES_USERS_STALE_TTL", "1h")
            .variable("LARDER_CACHES_USERS_REFRESH_AFTER", "4m");
    CacheSettings users = Configuration.of(stated.sources()).caches().of("users");
    assertThat(users).asString().isEqualTo("refreshAfter=PT4M, staleTtl=PT1H");
  }
}
