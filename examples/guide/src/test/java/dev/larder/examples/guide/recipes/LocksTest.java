package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lock with a token and an end. */
class LocksTest {
  private static final Duration LIFE = Duration.ofMinutes(10);

  @AutoClose static final Places PLACES = new Places();

  @ParameterizedTest
  @EnumSource
  void oneOfManyGetsIt(Place place) throws Exception {
    Locks here = new Locks(PLACES.manager(place), LIFE);
    Locks there = new Locks(PLACES.other(place), LIFE);

    List<Long> held =
        Together.call(
            4,
            () -> here.tryLock("races").stream().count() + there.tryLock("races").stream().count());

    assertThat(held.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void onceReleasedItIsFree(Place place) {
    Locks here = new Locks(PLACES.manager(place), LIFE);
    Locks there = new Locks(PLACES.other(place), LIFE);
    String token = here.tryLock("report").orElseThrow();
    assertThat(there.tryLock("report")).isEmpty();

    assertThat(here.release("report", token)).isTrue();
    assertThat(there.tryLock("report")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void whoseLockHasExpiredDoesNotReleaseTheNextOnes(Place place) {
    CacheManager caches = PLACES.manager(place);
    Locks here = new Locks(caches, LIFE);
    Locks there = new Locks(PLACES.other(place), LIFE);
    String first = here.tryLock("backup").orElseThrow();
    // Its holder stops for longer than the lock lives, in a long collection for instance.
    caches.cache("locks").touch("backup", Duration.ofMillis(1));
    AtomicReference<Optional<String>> second = new AtomicReference<>(Optional.empty());
    Eventually.holds(() -> second.updateAndGet(none -> there.tryLock("backup")).isPresent());

    assertThat(here.release("backup", first)).isFalse();

    assertThat(here.tryLock("backup")).isEmpty();
    assertThat(there.release("backup", second.get().orElseThrow())).isTrue();
  }
}
