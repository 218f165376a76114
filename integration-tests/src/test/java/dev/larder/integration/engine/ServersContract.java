package dev.larder.integration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.spi.Store;
import dev.larder.testkit.CacheAgesContract;
import dev.larder.testkit.CacheCommandsContract;
import dev.larder.testkit.CacheEntriesContract;
import dev.larder.testkit.CacheLoadsContract;
import dev.larder.testkit.CacheRacesContract;
import dev.larder.testkit.TextCodec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The engine's contracts for two managers, each with a connection of its own to the same real
 * servers. Of the contracts, {@code CacheLivesContract} and {@code CacheTouchesContract} are left
 * out: they let days pass, and servers go by their own clocks. The lives that are tested here take
 * seconds.
 *
 * <p>A party is asked when it has heard what was said to it: what a message takes on its way is not
 * the contracts' subject.
 */
@Timeout(120) // the machine may have much else to do
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServersContract
    implements CacheEntriesContract,
        CacheAgesContract,
        CacheCommandsContract,
        CacheLoadsContract,
        CacheRacesContract {
  /** What is between the managers and their servers. */
  enum Tiers {
    /** Each manager has a local tier. */
    LOCAL_AND_DISTRIBUTED,
    /** Each read goes to a server. */
    DISTRIBUTED
  }

  /** On a machine that has much else to do, what is late is not to count as a fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How late a server may let an entry end: Memcached counts whole seconds. */
  private static final Duration GRAIN = Duration.ofMillis(1_100);

  private final Tiers tiers;
  private Post post;
  private Store one;
  private Store two;
  private CacheManager here;
  private CacheManager there;

  ServersContract(Tiers tiers) {
    this.tiers = tiers;
  }

  /** A connection, to be closed by this. */
  abstract Store connect();

  /** Whether the servers carry messages from one party to the other. */
  boolean carriesMessages() {
    return true;
  }

  @BeforeAll
  void connectBoth() {
    one = connect();
    two = connect();
  }

  @AfterAll
  void disconnectBoth() {
    one.close();
    two.close();
  }

  @BeforeEach
  void openManagers() {
    post = new Post();
    // So each test finds the servers empty.
    String prefix = UUID.randomUUID().toString();
    here = manager(prefix, one);
    // A local tier that hears of nothing has a contract with nobody but its own process.
    there = carriesMessages() || tiers == Tiers.DISTRIBUTED ? manager(prefix, two) : here;
    // Now they listen: what begins while a cache is opened is another subject.
    here.cache(USERS);
    there.cache(USERS);
  }

  @Override
  public final boolean hearsOfWrites() {
    return carriesMessages() || there == here;
  }

  private CacheManager manager(String prefix, Store store) {
    return CacheManager.builder()
        .keyPrefix(prefix)
        .chain(
            CHAIN,
            chain -> {
              chain.distributed(PostedStore.of(store, post)).codec(new TextCodec());
              chain.readTimeout(PATIENCE).writeTimeout(PATIENCE);
              if (tiers == Tiers.LOCAL_AND_DISTRIBUTED) {
                chain.local(local -> {});
              }
            })
        .build();
  }

  @AfterEach
  void closeManagers() {
    here.close();
    there.close();
  }

  @Override
  public <K, V> Cache<K, V> here(CacheSpec<K, V> spec) {
    post.awaitArrival();
    return here.cache(spec);
  }

  @Override
  public <K, V> Cache<K, V> there(CacheSpec<K, V> spec) {
    post.awaitArrival();
    return there.cache(spec);
  }

  @Override
  public void elapse(Duration time) {
    // A server's time is its own: nothing but waiting lets it pass.
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Test
  void i7_livesEndForBothWithTheirTime() {
    Duration life = Duration.ofSeconds(4);
    here().put(1L, "put", life);
    here(USERS).get(2L, key -> "touched");
    assertThat(there().touch(2L, life)).isTrue();
    elapse(life.dividedBy(2));
    there().getAll(List.of(1L, 2L));
    elapse(life.dividedBy(2).plus(GRAIN));
    for (long key = 1; key <= 2; key++) {
      assertThat(here().localHit(key)).isNull();
      assertThat(there().localHit(key)).isNull();
      assertThat(here().get(key)).isNull();
      assertThat(there().get(key)).isNull();
    }
  }

  @Test
  void timeToLiveIsNoMoreThanWasGiven() {
    assertThat(here().timeToLive(1L)).isNull();
    here().put(1L, "one", Duration.ofMinutes(2));
    assertThat(there().timeToLive(1L)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(2));
    assertThat(there().touch(1L, Duration.ZERO)).isTrue();
    assertThat(here().timeToLive(1L)).isZero();
  }
}
