package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheEvent.EvictsDelivered;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.WriteResult;
import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisStore;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes on a Memcached whose channel, a Redis, is killed: the Memcached serves on. */
@Timeout(120)
class BorrowedChannelKilledTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of("shared", "users", KeyShape.single(PartTypes.LONG), ValueType.of(String.class));

  private final MemcachedServer memcached = MemcachedServer.memcached().start();
  private final RedisServer redis = RedisServer.redis().start();
  private final RedisStore channelHere = RedisStore.connect(redis.uri());
  private final RedisStore channelThere = RedisStore.connect(redis.uri());
  private final BlockingQueue<CacheEvent> events = new LinkedBlockingQueue<>();
  private final CacheManager here = manager(channelHere, false, events::add);
  private final CacheManager there = manager(channelThere, true, event -> {});

  private CacheManager manager(RedisStore channel, boolean local, Consumer<CacheEvent> listener) {
    return CacheManager.builder()
        .listener(listener::accept)
        .chain(
            "shared",
            chain -> {
              chain.distributed(connected()).channel(channel).writeTimeout(Duration.ofSeconds(1));
              if (local) {
                chain.local(tier -> {});
              }
            })
        .build();
  }

  private MemcachedStore connected() {
    return MemcachedStore.connect(
        MemcachedOptions.builder()
            .servers(memcached.hostAndPort())
            .timeout(Duration.ofSeconds(30))
            .build());
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    channelHere.close();
    channelThere.close();
    redis.close();
    memcached.close();
  }

  @Test
  void whatMemcachedHasConfirmedIsReadFromItAndToldWhenRedisIsBack() throws InterruptedException {
    Cache<Long, String> writes = here.cache(USERS);
    Cache<Long, String> reads = there.cache(USERS);
    reads.put(1L, "old");
    reads.put(2L, "old");
    redis.kill();
    assertThat(writes.failSafe().put(1L, "new")).isInstanceOf(WriteResult.Failed.class);
    assertThat(writes.failSafe().evict(2L)).isInstanceOf(WriteResult.Failed.class);
    assertThat(writes.stats().keptEvicts()).isEqualTo(2);
    assertThat(writes.get(1L)).isEqualTo("new");
    assertThat(writes.get(2L, key -> "loaded")).isEqualTo("loaded");
    assertThat(writes.getAll(List.of(1L, 2L))).isEqualTo(Map.of(1L, "new", 2L, "loaded"));
    assertThat(writes.stats().skippedCalls()).isZero();
    redis.restart();
    awaitDelivery();
    assertThat(writes.stats().keptEvicts()).isZero();
    while ("old".equals(reads.get(1L)) || "old".equals(reads.get(2L))) {
      Thread.onSpinWait();
    }
    assertThat(reads.get(1L)).isEqualTo("new");
    assertThat(reads.get(2L)).isEqualTo("loaded");
  }

  private void awaitDelivery() throws InterruptedException {
    CacheEvent event = events.take();
    while (!(event instanceof EvictsDelivered)) {
      event = events.take();
    }
  }
}
