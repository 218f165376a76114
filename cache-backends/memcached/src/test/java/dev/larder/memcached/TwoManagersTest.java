package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.testkit.CacheEntriesContract;
import dev.larder.testkit.CacheLoadsContract;
import dev.larder.testkit.TextCodec;
import dev.larder.testkit.server.MemcachedServer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes' managers over one Memcached, with nothing in the heap. */
class TwoManagersTest implements CacheEntriesContract, CacheLoadsContract {
  /** On a machine that has much else to do, what is late is not to count as a fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static MemcachedServer server;

  private final String prefix = UUID.randomUUID().toString();
  private final CacheManager here = manager();
  private final CacheManager there = manager();

  @BeforeAll
  static void start() {
    server = MemcachedServer.memcached().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private CacheManager manager() {
    return CacheManager.builder()
        .keyPrefix(prefix)
        .chain(
            CHAIN,
            chain ->
                chain
                    .distributed(Connected.to(server.hostAndPort()))
                    .codec(new TextCodec())
                    .readTimeout(PATIENCE)
                    .writeTimeout(PATIENCE))
        .build();
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Override
  public <K, V> Cache<K, V> here(CacheSpec<K, V> spec) {
    return here.cache(spec);
  }

  @Override
  public <K, V> Cache<K, V> there(CacheSpec<K, V> spec) {
    return there.cache(spec);
  }

  @Override
  public void elapse(Duration time) {
    throw new IllegalStateException("a server's time does not pass by " + time);
  }

  /** What is found after a load during which the other wrote. */
  private String foundAfter(Runnable write) {
    String loaded =
        here()
            .get(
                1L,
                key -> {
                  write.run();
                  return "old";
                });
    assertThat(loaded).isEqualTo("old");
    assertThat(here().stats().refusedFills()).isEqualTo(1);
    return here().get(1L);
  }

  @Test
  void i5_whatWasLoadedAcrossTheOthersEvictIsNotKept() {
    assertThat(foundAfter(() -> there().evict(1L))).isNull();
  }

  @Test
  void i5_whatWasLoadedAcrossTheOthersPutIsNotKept() {
    assertThat(foundAfter(() -> there().put(1L, "new"))).isEqualTo("new");
  }

  @Test
  void i5_whatWasLoadedAcrossTheOthersClearIsNotKept() {
    assertThat(foundAfter(() -> there().clear())).isNull();
  }

  @Test
  void i5_whatARefreshLoadedAcrossTheOthersPutIsNotKept() {
    here().put(1L, "older");
    String refreshed =
        here()
            .refresh(
                1L,
                key -> {
                  there().put(1L, "new");
                  return "old";
                });
    assertThat(refreshed).isEqualTo("old");
    assertThat(here().get(1L)).isEqualTo("new");
  }

  @Test
  void aValueTooLargeIsReturnedAndCounted() {
    String large = "x".repeat(2_000_000);
    assertThat(here().get(1L, key -> large)).isEqualTo(large);
    assertThat(here().stats().storeFailures()).isEqualTo(1);
    assertThat(there().get(1L, key -> "small")).as("nobody waits for it").isEqualTo("small");
  }

  @Test
  void patternsAreRefusedWithWhatToDoInstead() {
    here().put(1L, "one");
    assertThatExceptionOfType(CacheConfigurationException.class)
        .isThrownBy(() -> here().evictMatching("*"))
        .withMessage(
            "the store memcached cannot walk its keys; evict them one by one, or clear the cache");
    assertThat(there().get(1L)).isEqualTo("one");
    here().clear();
    assertThat(there().get(1L)).isNull();
  }
}
