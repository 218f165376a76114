package dev.larder.memcached;

import static java.util.stream.Collectors.toMap;

import dev.larder.spi.Clearing;
import dev.larder.spi.Counting;
import dev.larder.testkit.BulkContract;
import dev.larder.testkit.ClearingContract;
import dev.larder.testkit.ComparingContract;
import dev.larder.testkit.CountingContract;
import dev.larder.testkit.ExpiringContract;
import dev.larder.testkit.LeasingContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every contract that the store is to keep, on whichever servers a test starts. */
@ExtendWith(ContractCount.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MemcachedContract
    implements LeasingContract<CacheView>,
        ExpiringContract<CacheView>,
        ComparingContract<CacheView>,
        BulkContract<CacheView>,
        ClearingContract<CacheView>,
        CountingContract {
  private MemcachedStore store;
  private MemcachedStore other;

  /** What the servers are, in a file's name. */
  abstract String kind();

  /** Starts the servers. */
  abstract MemcachedOptionsBuilder start();

  /** Ends the servers. */
  abstract void stop();

  @BeforeAll
  void connect() {
    MemcachedOptionsBuilder options = start();
    store = Connected.knowingClocks(options);
    other = Connected.knowingClocks(options);
  }

  @AfterAll
  void end() {
    store.close();
    other.close();
    stop();
  }

  @Override
  public CacheView store() {
    return (CacheView) store.open(CACHE_KEY);
  }

  @Override
  public CacheView other() {
    return (CacheView) other.open(CACHE_KEY);
  }

  @Override
  public Clearing clearing() {
    return store;
  }

  @Override
  public Counting counting() {
    return store;
  }

  @Override
  public Counting otherCounting() {
    return other;
  }

  @Override
  public void elapse(Duration time) {
    // A server's time is its own: nothing but waiting lets it pass, and a busy one's is behind
    // ours.
    Map<String, Long> before = seconds();
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    before.forEach(
        (server, second) -> {
          while (seconds().get(server) < second + time.toSeconds()) {
            Thread.onSpinWait();
          }
        });
  }

  /** What each server takes for the second that it is. */
  private Map<String, Long> seconds() {
    return store
        .client()
        .getStats("")
        .thenApply(Map::entrySet)
        .toCompletableFuture()
        .join()
        .stream()
        .collect(
            toMap(Map.Entry::getKey, each -> Long.valueOf(each.getValue().getStats().get("time"))));
  }
}
