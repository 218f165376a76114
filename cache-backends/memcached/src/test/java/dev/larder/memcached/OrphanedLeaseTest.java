package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Leasing.Answer;
import dev.larder.spi.Leasing.Granted;
import dev.larder.testkit.server.MemcachedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leases that the server grants to who has gone: others need not wait for their end. */
@Timeout(60)
class OrphanedLeaseTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final String CACHE = "orphans:1:test";
  private static final String KEY = CACHE + ":1";

  /** By which several keys are asked for. */
  private static final String LOOK = "getRawMemcacheClient";

  private static final List<Function<CacheView, Answer>> QUESTIONS =
      List.of(view -> view.tryLease(KEY, LONG), view -> view.lease(KEY, LONG));

  private final MemcachedServer server = MemcachedServer.memcached().start();
  private final MemcachedStore others = Connected.to(server.hostAndPort());
  private final CacheView other = (CacheView) others.open(CACHE);
  private final HookedStore store = hooked(0);
  private final CacheView view = store.view();

  private HookedStore hooked(int retries) {
    return new HookedStore(
        MemcachedOptions.builder()
            .servers(server.hostAndPort())
            .timeout(Duration.ofSeconds(1))
            .retries(retries)
            .build(),
        CACHE);
  }

  /** So that the next {@code add} is that of a lease, and not of the marker. */
  @BeforeEach
  void seed() {
    other.put(CACHE + ":other", "one".getBytes(UTF_8), LONG);
  }

  @AfterEach
  void close() {
    store.close();
    others.close();
    server.close();
  }

  @Test
  void aGrantThatComesTooLateIsGivenBack() {
    store.before("add", server::pause);
    assertThatExceptionOfType(CacheTimeoutException.class)
        .isThrownBy(() -> view.readOrLease(KEY, LONG));
    server.resume();
    awaitGranted(() -> other.readOrLease(KEY, LONG));
  }

  @Test
  void aGrantToWhoWasInterruptedIsGivenBack() {
    store.before(
        "add",
        () -> {
          server.pause();
          Thread.currentThread().interrupt();
        });
    assertThatExceptionOfType(CacheConnectionException.class)
        .isThrownBy(() -> view.readOrLease(KEY, LONG));
    assertThat(Thread.interrupted()).isTrue();
    server.resume();
    awaitGranted(() -> other.readOrLease(KEY, LONG));
  }

  @Test
  void aGrantWhoseConnectionIsLostIsGivenBack() {
    store.before("add", server::pause);
    assertThatExceptionOfType(CacheTimeoutException.class)
        .isThrownBy(() -> view.readOrLease(KEY, LONG));
    awaitConnectionLost();
    server.resume();
    awaitGranted(() -> other.readOrLease(KEY, LONG));
  }

  private void awaitConnectionLost() {
    while (true) {
      try {
        view.get(KEY);
      } catch (CacheTimeoutException e) {
        Thread.onSpinWait();
      } catch (CacheException e) {
        return;
      }
    }
  }

  @Test
  void aGrantBesideAValueIsGivenBack() {
    other.put(KEY, "one".getBytes(UTF_8), LONG);
    store.before("add", server::pause);
    assertThatExceptionOfType(CacheTimeoutException.class)
        .isThrownBy(() -> view.tryLease(KEY, LONG));
    server.resume();
    awaitGranted(() -> other.tryLease(KEY, LONG));
    assertThat(other.get(KEY)).isEqualTo("one".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one"})
  void aGrantThatWasAskedForTwiceAndCannotBeLookedForIsGivenBack(String present) {
    if (!present.isEmpty()) {
      other.put(KEY, present.getBytes(UTF_8), LONG);
    }
    try (HookedStore trying = hooked(1)) {
      for (Function<CacheView, Answer> question : QUESTIONS) {
        trying.loseAnswerOf("add", () -> trying.before(LOOK, server::pause));
        assertThatExceptionOfType(CacheTimeoutException.class)
            .isThrownBy(() -> question.apply(trying.view()));
        assertThat(trying.hasHappened()).as("the lease was looked for").isTrue();
        server.resume();
        awaitGrantedAndReleased();
      }
    }
  }

  private void awaitGrantedAndReleased() {
    while (!Thread.currentThread().isInterrupted()) {
      if (other.tryLease(KEY, LONG) instanceof Granted granted) {
        granted.lease().release();
        return;
      }
    }
    throw new AssertionError("the lease is held still");
  }

  @Test
  void theGrantOfAnotherIsLeftAlone() {
    AtomicReference<Granted> theirs = new AtomicReference<>();
    store.before(
        "add",
        () -> {
          theirs.set((Granted) other.readOrLease(KEY, LONG));
          server.pause();
        });
    assertThatExceptionOfType(CacheTimeoutException.class)
        .isThrownBy(() -> view.readOrLease(KEY, LONG));
    server.resume();
    // By the first answer the lease was looked for, by the second it would have been removed.
    assertThat(view.get(KEY)).isNull();
    assertThat(view.get(KEY)).isNull();
    assertThat(theirs.get().lease().fill("two".getBytes(UTF_8), LONG)).isTrue();
  }

  private void awaitGranted(Supplier<Answer> question) {
    assertThat(store.hasHappened()).as("the lease was asked for").isTrue();
    while (!Thread.currentThread().isInterrupted()) {
      if (question.get() instanceof Granted) {
        return;
      }
    }
    throw new AssertionError("the lease is held still");
  }
}
