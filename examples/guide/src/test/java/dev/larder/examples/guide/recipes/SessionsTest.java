package dev.larder.examples.guide.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.memcached.MemcachedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions with a sliding time to live. */
class SessionsTest {
  private static final Duration IDLE = Duration.ofMinutes(30);

  @AutoClose static final Places PLACES = new Places();

  @Test
  void aSessionThatIsUsedLivesOnAndOneThatIsNotEnds() {
    AtomicLong nanos = new AtomicLong();
    try (CacheManager caches = Places.heap().ticker(nanos::get).build()) {
      Sessions sessions = new Sessions(caches, IDLE);
      String id = sessions.logIn("anna");
      for (int i = 0; i < 10; i++) {
        nanos.addAndGet(Duration.ofMinutes(29).toNanos());
        assertThat(sessions.use(id)).isPresent();
      }

      nanos.addAndGet(Duration.ofMinutes(31).toNanos());
      assertThat(sessions.use(id)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachUseGivesTheSessionItsWholeTimeAgain(Place place) {
    CacheManager caches = PLACES.manager(place);
    Sessions sessions = new Sessions(caches, IDLE);
    String id = sessions.logIn("anna");
    Cache<Object, Object> entries = caches.cache("sessions");
    entries.touch(id, Duration.ofMinutes(1));

    assertThat(sessions.use(id).orElseThrow().user()).isEqualTo("anna");

    // How long Memcached will keep what was written before its clock was known, is not known.
    Eventually.holds(() -> sessions.use(id).isPresent() && entries.timeToLive(id) != null);
    assertThat(entries.timeToLive(id)).isBetween(Duration.ofMinutes(25), IDLE);
  }

  @ParameterizedTest
  @EnumSource
  void aSessionThatHasEndedIsNotBroughtBackByItsUse(Place place) {
    CacheManager caches = PLACES.manager(place);
    Sessions sessions = new Sessions(caches, IDLE);
    String id = sessions.logIn("anna");
    Cache<Object, Object> entries = caches.cache("sessions");
    entries.touch(id, Duration.ofMillis(1));
    Eventually.holds(() -> !entries.contains(id));

    assertThat(sessions.use(id)).isEmpty();
    assertThat(entries.contains(id)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whoLogsOutIsLoggedOutOfEveryProcessAtOnce(Place place) {
    Sessions here = new Sessions(PLACES.manager(place), IDLE);
    Sessions there = new Sessions(PLACES.other(place), IDLE);
    String id = here.logIn("anna");
    assertThat(there.use(id)).isPresent();

    here.logOut(id);

    assertThat(there.use(id)).isEmpty();
    assertThat(here.use(id)).isEmpty();
  }

  @Test
  void aLocalTierServesASessionThatAnotherProcessHasEnded() {
    CacheSpec<String, Session> tiered =
        CacheSpec.of(
            "default", "tiered", KeyShape.single(PartTypes.STRING), ValueType.of(Session.class));
    Session session = new Session("anna", Instant.EPOCH);
    try (CacheManager one = onMemcached();
        CacheManager other = onMemcached()) {
      Cache<String, Session> here = one.cache(tiered);
      Cache<String, Session> there = other.cache(tiered);
      Eventually.holds(
          () -> {
            here.put("id", session, IDLE);
            return there.get("id") != null && there.localHit("id") != null;
          });

      here.evict("id");

      assertThat(here.get("id")).isNull();
      assertThat(there.get("id")).isEqualTo(session);
    }
  }

  private static CacheManager onMemcached() {
    return Places.onStore(
        MemcachedStore.connect(PLACES.memcached.hostAndPort()), Duration.ofHours(1));
  }

  @Test
  void anIdentifierIsLongAndNotGivenTwice() {
    Sessions sessions = new Sessions(PLACES.manager(Place.HEAP), IDLE);

    assertThat(sessions.logIn("anna")).hasSize(32).isNotEqualTo(sessions.logIn("anna"));
  }
}
