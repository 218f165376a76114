package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way of a hit in the heap, and the room that the local tier takes. */
@Timeout(60)
class LocalHitTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "default",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.String", 1, true));

  private final AtomicLong nanos = new AtomicLong();
  private final CacheManager coarse = CacheManager.builder().build();
  private final CacheManager fake =
      CacheManager.builder()
          .ticker(nanos::get)
          .chain("default", chain -> chain.local(local -> local.maximumSize(10)))
          .build();

  @AfterEach
  void close() {
    coarse.close();
    fake.close();
  }

  @Test
  void i10_aHitAllocatesNothing() throws Throwable {
    MethodHandle allocated = allocatedBytes();
    Cache<Long, String> cache = coarse.cache(USERS.ttl(Duration.ofMinutes(5)));
    Long key = 1_000_000L;
    cache.put(key, "one");
    long least = Long.MAX_VALUE;
    // What the JIT or a first growth of a counter allocates on this thread passes; hits do not.
    for (int round = 0; round < 20; round++) {
      long before = (long) allocated.invokeExact();
      int found = hits(cache, key);
      least = Math.min(least, (long) allocated.invokeExact() - before);
      assertThat(found).isEqualTo(100_000);
    }
    assertThat(least).isZero();
  }

  @Test
  void i10_norDoesAHitOnAnEntryThatWillBeDueAndStale() throws Throwable {
    MethodHandle allocated = allocatedBytes();
    Duration minute = Duration.ofMinutes(1);
    Cache<Long, String> cache =
        coarse.cache(USERS.ttl(minute.multipliedBy(5)).refreshAfter(minute).staleTtl(minute));
    Long key = 1_000_000L;
    cache.put(key, "one");
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = (long) allocated.invokeExact();
      int found = hits(cache, key);
      least = Math.min(least, (long) allocated.invokeExact() - before);
      assertThat(found).isEqualTo(100_000);
    }
    assertThat(least).isZero();
  }

  /** By a handle: the module under test does not read the one of the management beans. */
  private static MethodHandle allocatedBytes() throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    return MethodHandles.publicLookup()
        .findVirtual(
            Class.forName("com.sun.management.ThreadMXBean"),
            "getCurrentThreadAllocatedBytes",
            MethodType.methodType(long.class))
        .bindTo(threads);
  }

  private static int hits(Cache<Long, String> cache, Long key) {
    int found = 0;
    for (int i = 0; i < 100_000; i++) {
      found += cache.localHit(key) == null ? 0 : 1;
    }
    return found;
  }

  @Test
  void localHitCountsHitsAndNoMisses() {
    Cache<Long, String> cache = fake.cache(USERS);
    cache.localHit(1L);
    assertThat(cache.stats().misses()).isZero();
    cache.put(1L, "one");
    cache.localHit(1L);
    assertThat(cache.stats().localHits()).isEqualTo(1);
    assertThat(cache.stats().misses()).isZero();
  }

  @Test
  void statsAddUp() {
    Cache<Long, String> cache = fake.cache(USERS.nullTtl(Duration.ofSeconds(1)));
    cache.get(1L, key -> timed("one"));
    cache.get(1L, key -> "not asked");
    cache.get(1L);
    cache.get(2L);
    cache.get(3L, key -> null);
    cache.get(3L);
    CacheStats stats = cache.stats();
    assertThat(stats.hits()).isEqualTo(3);
    assertThat(stats.misses()).isEqualTo(3);
    assertThat(stats.hitRatio()).isEqualTo(0.5);
    assertThat(stats.loads()).isEqualTo(2);
    assertThat(stats.loadFailures()).isZero();
    assertThat(stats.size()).isEqualTo(2);
    assertThat(stats.distributedHits()).isZero();
    assertThat(stats.loadTime()).isPositive();
  }

  private static String timed(String value) {
    long end = System.nanoTime() + 1_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return value;
  }

  @Test
  void theLocalTierKeepsItsBoundAndCountsWhatItGaveUp() {
    Cache<Long, String> cache = fake.cache(USERS);
    for (long key = 0; key < 100; key++) {
      cache.put(key, "value");
    }
    // Caffeine gives up entries on a thread of its own.
    while (cache.stats().size() > 10 || cache.stats().evictions() < 90) {
      Thread.onSpinWait();
    }
    assertThat(cache.stats().evictions()).isEqualTo(90);
    assertThat(cache.stats().size()).isEqualTo(10);
  }

  @Test
  void idleEntriesWhoseTimeIsOverAreSwept() {
    Cache<Long, String> cache = fake.cache(USERS);
    cache.put(1L, "one", Duration.ofSeconds(1));
    cache.put(2L, "two", Duration.ofSeconds(2));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(cache.stats().size()).isEqualTo(2);
    fake.sweep();
    assertThat(cache.stats().size()).isEqualTo(1);
    assertThat(cache.get(2L)).isEqualTo("two");
    assertThat(cache.stats().evictions()).isZero();
  }

  @Test
  void aClockThatBeganNearItsEndIsNoHindrance() {
    nanos.set(Long.MAX_VALUE - 5);
    try (CacheManager late = CacheManager.builder().ticker(nanos::get).build()) {
      Cache<Long, String> cache = late.cache(USERS);
      cache.put(1L, "one", Duration.ofSeconds(1));
      nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
      assertThat(cache.get(1L)).isEqualTo("one");
      nanos.addAndGet(1);
      assertThat(cache.get(1L)).isNull();
    }
  }
}
