package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheTimeoutException;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leases that a server grants to somebody who does not wait for them any more. */
class UnwantedLeasesTest {
  private static final String KEY = "leases:1:users:7";
  private static final String OTHER = "leases:1:users:8";
  private static final Duration HOUR = Duration.ofHours(1);

  /** The ways to a lease. */
  enum Way {
    READ(cache -> cache.readOrLease(KEY, HOUR)),
    TRY(cache -> cache.tryLease(KEY, HOUR)),
    TAKE(cache -> cache.lease(KEY, HOUR));

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Consumer<RedisCache> wish;

    Way(Consumer<RedisCache> wish) {
      this.wish = wish;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseWhoseAnswerCameTooLateIsGivenBack(Way way) {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(options(server, Duration.ofMillis(500)))) {
      RedisCache cache = knownTo(store);
      server.pause();
      assertThatExceptionOfType(CacheTimeoutException.class)
          .isThrownBy(() -> way.wish.accept(cache));
      server.resume();
      server.command("PING");
      Eventually.holds(() -> isGranted(cache));
    }
  }

  @Test
  void aLeaseOfSomebodyWhoWasInterruptedIsGivenBack() throws Exception {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(options(server, Duration.ofSeconds(20)))) {
      RedisCache cache = knownTo(store);
      server.pause();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread reader = new Thread(() -> interrupted.complete(isInterruptedIn(cache)));
      reader.start();
      reader.interrupt();
      assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
      server.resume();
      server.command("PING");
      Eventually.holds(() -> isGranted(cache));
    }
  }

  /**
   * A process whose first try took the lease in a generation that another had ended, and whose
   * second failed.
   */
  @Test
  void aLeaseOfAGenerationThatIsOverIsGivenBackInACluster() {
    try (RedisCluster cluster = RedisServer.redis().startCluster(3);
        LazyClient client = new LazyClient(ClientConfiguration.of(patient(cluster)));
        RedisStore store = RedisStore.connect(patient(cluster))) {
      RedisCache other = (RedisCache) store.open("leases:1:users");
      RedisLink link = new RedisLink(client, patient(cluster));
      Numbers numbers = new Numbers();
      Generation own = new MarkerCopies(link, numbers, new CacheKeys("leases:1:users"));
      LeaseToken lease = new LeaseToken(KEY, numbers.token(), List.of());
      own.run(EntryTasks.lease(KEY, lease.token(), HOUR, false));
      other.clear();
      own.run(EntryTasks.read(List.of(KEY)));
      assertThat(other.readOrLease(KEY, HOUR)).isInstanceOf(Held.class);
      own.run(EntryTasks.release(lease));
      assertThat(other.readOrLease(KEY, HOUR)).isInstanceOf(Granted.class);
    }
  }

  private static RedisOptions patient(RedisCluster cluster) {
    return Patient.options(Urls.of(cluster));
  }

  private static boolean isInterruptedIn(RedisCache cache) {
    try {
      cache.readOrLease(KEY, HOUR);
      return false;
    } catch (CacheTimeoutException e) {
      return Thread.currentThread().isInterrupted();
    }
  }

  /** The server knows the scripts, and so does what it is told while nobody waits. */
  private static RedisCache knownTo(RedisStore store) {
    RedisCache cache = (RedisCache) store.open("leases:1:users");
    Eventually.succeeds(() -> cache.readOrLease(OTHER, HOUR));
    Eventually.succeeds(() -> cache.lease(OTHER, HOUR));
    return cache;
  }

  private static boolean isGranted(RedisCache cache) {
    try {
      return cache.readOrLease(KEY, HOUR) instanceof Granted;
    } catch (CacheTimeoutException e) {
      return false;
    }
  }

  private static RedisOptions options(RedisServer server, Duration commandTimeout) {
    return RedisOptions.builder()
        .url(server.uri())
        .connectTimeout(Duration.ofSeconds(20))
        .commandTimeout(commandTimeout)
        .build();
  }
}
