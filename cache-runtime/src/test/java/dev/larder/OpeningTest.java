package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How caches are opened, by several openers that each know a part. */
class OpeningTest {
  private static final KeyShape<Long> BY_LONG = KeyShape.single(PartTypes.LONG);
  private static final KeyShape<String> BY_TEXT = KeyShape.single(PartTypes.STRING);
  private static final ValueType<String> TEXT = ValueType.of("java.lang.String", 1, true);
  private static final ValueType<Long> NUMBER = ValueType.of("java.lang.Long", 2, true);
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of("default", "users", BY_LONG, TEXT);

  private final CacheManager caches =
      CacheManager.builder()
          .cache("ruled", settings -> settings.ttl(Duration.ofSeconds(1)))
          .chain("other", chain -> chain.local(local -> {}).ttl(Duration.ofSeconds(3)).jitter(0))
          .build();

  @AfterEach
  void close() {
    caches.close();
  }

  private void assertRefused(CacheSpec<?, ?> spec, String... parts) {
    assertThatThrownBy(() -> caches.cache(spec))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void theSameSpecificationOpensTheSameCache() {
    assertThat(caches.cache(USERS)).isSameAs(caches.cache(USERS));
    assertThat(caches.cache("users")).isSameAs(caches.cache("users"));
  }

  @Test
  void anUnknownChainIsRefusedWithThoseThereAre() {
    assertRefused(
        CacheSpec.of("redsi", "users", BY_LONG, TEXT),
        "there is no chain redsi for the cache users; there is default, other");
  }

  @Test
  void anUnknownCacheIsRefusedWithThoseThatAreOpen() {
    caches.cache(USERS);
    assertThatThrownBy(() -> caches.cache("user"))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage("no cache named user is open; open are [users]");
  }

  @Test
  void twoKeyShapesUnderOneNameAreRefused() {
    caches.cache(USERS);
    assertRefused(
        CacheSpec.of("default", "users", BY_TEXT, TEXT),
        "users",
        "two key shapes",
        "long and String");
  }

  @Test
  void twoValueTypesUnderOneNameAreRefused() {
    caches.cache(USERS);
    assertRefused(CacheSpec.of("default", "users", BY_LONG, NUMBER), "users", "two value types");
    assertRefused(
        CacheSpec.of("default", "users", BY_LONG, ValueType.of("java.lang.String", 9, true)),
        "two value types");
  }

  @Test
  void twoChainsUnderOneNameAreRefusedUnlessStacked() {
    caches.cache(USERS);
    assertRefused(
        CacheSpec.of("other", "users", BY_LONG, TEXT), "is in two chains, default and other");
    caches.cache(CacheSpec.of("default", "teams", BY_LONG, TEXT).stacked());
    Cache<Long, String> second =
        caches.cache(CacheSpec.of("other", "teams", BY_LONG, TEXT).stacked());
    assertThat(second.chain()).isEqualTo("other");
    assertThat(caches.stats()).containsOnlyKeys("users", "default/teams", "other/teams");
  }

  @Test
  void settingsThatContradictAreRefusedAndThoseThatAddAreMerged() {
    caches.cache(USERS.ttl(Duration.ofMinutes(1)));
    caches.cache(USERS.nullTtl(Duration.ofSeconds(1)));
    caches.cache(USERS.ttl(Duration.ofMinutes(1)).jitter(0.5));
    assertRefused(USERS.ttl(Duration.ofMinutes(2)), "users", "two settings");
    assertRefused(USERS.jitter(0.4), "two settings");
  }

  @Test
  void configurationWinsOverAnnotationAndThatOverTheChain() {
    Cache<Long, String> ruled =
        caches.cache(CacheSpec.of("other", "ruled", BY_LONG, TEXT).ttl(Duration.ofSeconds(2)));
    Cache<Long, String> stated =
        caches.cache(CacheSpec.of("other", "stated", BY_LONG, TEXT).ttl(Duration.ofSeconds(2)));
    Cache<Long, String> silent = caches.cache(CacheSpec.of("other", "silent", BY_LONG, TEXT));
    ruled.put(1L, "one");
    stated.put(1L, "one");
    silent.put(1L, "one");
    assertThat(ruled.timeToLive(1L)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    assertThat(stated.timeToLive(1L)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(silent.timeToLive(1L)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void namedWritesReachACacheThatIsOpenedLaterInAnotherChain() {
    FailSafeCache<Long, String> named = caches.named("users", BY_LONG, TEXT);
    assertThat(named.evict(1L)).isEqualTo(new WriteResult.Done());
    Cache<Long, String> opened = caches.cache(CacheSpec.of("other", "users", BY_LONG, TEXT));
    assertThat(opened.get(1L)).isNull();
    named.put(1L, "one");
    assertThat(opened.get(1L)).isEqualTo("one");
    named.clear();
    assertThat(opened.get(1L)).isNull();
    assertThat(caches.stats()).containsOnlyKeys("users");
  }

  @Test
  void aNamedPutIsKeptNowhereWhileNothingKnowsWhereAndHowLong() {
    FailSafeCache<Long, String> named = caches.named("users", BY_LONG, TEXT);
    assertThat(named.put(1L, "one"))
        .isInstanceOfSatisfying(
            WriteResult.Failed.class,
            failed ->
                assertThat(failed.cause())
                    .isInstanceOf(CacheConfigurationException.class)
                    .hasMessageContaining("users")
                    .hasMessageContaining("using"));
    assertThat(caches.cache(USERS).get(1L)).isNull();
  }

  @Test
  void writersByNameThatDifferFromACacheAreRefusedWhoeverComesFirst() {
    caches.named("users", BY_LONG, TEXT);
    assertThatThrownBy(() -> caches.named("users", KeyShape.single(PartTypes.STRING)))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("two key shapes");
    assertRefused(
        CacheSpec.of("other", "users", BY_LONG, ValueType.of("Other", 2, true)), "two value types");
  }

  @Test
  void i7_whatWasPutBeforeItsLifeWasKnownIsDroppedWhenItIs() {
    Cache<Long, String> users = caches.cache(USERS);
    users.put(1L, "without end");
    caches.cache(USERS.ttl(Duration.ofMinutes(5)));
    assertThat(users.get(1L)).isNull();
    users.put(1L, "one");
    caches.cache(USERS.ttl(Duration.ofMinutes(5)));
    assertThat(users.get(1L)).isEqualTo("one");
  }

  @Test
  void namedEvictsReachAllStackedCaches() {
    Cache<Long, String> outer =
        caches.cache(CacheSpec.of("default", "teams", BY_LONG, TEXT).stacked());
    Cache<Long, String> inner =
        caches.cache(CacheSpec.of("other", "teams", BY_LONG, TEXT).stacked());
    outer.put(1L, "one");
    inner.put(1L, "one");
    assertThat(caches.named("teams", BY_LONG).evict(1L)).isEqualTo(new WriteResult.Done());
    assertThat(outer.contains(1L)).isFalse();
    assertThat(inner.contains(1L)).isFalse();
  }

  @Test
  void argumentsThatCannotBeAreRefusedWithTheirValue() {
    assertInvalid(
        () -> USERS.ttl(Duration.ofSeconds(-1)), "ttl must not be negative, but was PT-1S");
    assertInvalid(
        () -> USERS.localTtl(Duration.ofSeconds(-1)),
        "localTtl must not be negative, but was PT-1S");
    assertInvalid(
        () -> USERS.nullTtl(Duration.ofSeconds(-1)), "nullTtl must not be negative, but was PT-1S");
    assertInvalid(() -> USERS.jitter(1.5), "jitter is a share from 0 to 1, but was 1.5");
    assertInvalid(() -> USERS.jitter(Double.NaN), "jitter is a share from 0 to 1, but was NaN");
    assertInvalid(() -> CacheSpec.of("default", " "), "the name of a cache must not be blank");
    assertInvalid(
        () -> CacheManager.builder().version(-1), "version must not be negative, but was -1");
    assertInvalid(
        () ->
            CacheManager.builder().chain("c", chain -> chain.local(local -> local.maximumSize(0))),
        "maximumSize must be at least 1, but was 0");
  }

  private static void assertInvalid(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(CacheValidationException.class)
        .hasMessage(message);
  }

  @Test
  void settingsThatContradictEachOtherAreRefusedWithBoth() {
    Duration second = Duration.ofSeconds(1);
    Duration minute = Duration.ofMinutes(1);
    CacheManagerBuilder builder = CacheManager.builder();
    assertContradictory(
        () -> builder.cache("users", cache -> cache.localTtl(minute).ttl(second)),
        "the cache users has a localTtl of PT1M, which is above its ttl of PT1S");
    assertContradictory(
        () -> builder.cache("users", cache -> cache.ttl(second).nullTtl(minute)),
        "the cache users has a nullTtl of PT1M, which is above its ttl of PT1S");
    assertContradictory(
        () -> builder.chain("c", chain -> chain.ttl(second).local(local -> local.ttl(minute))),
        "the chain c has a localTtl of PT1M, which is above its ttl of PT1S");
    assertContradictory(
        () -> builder.chain("c", chain -> chain.local(l -> {}).nullTtl(minute).ttl(second)),
        "the chain c has a nullTtl of PT1M, which is above its ttl of PT1S");
  }

  private static void assertContradictory(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void noEndContradictsNothing() {
    Duration minute = Duration.ofMinutes(1);
    CacheManager.builder()
        .cache("a", cache -> cache.ttl(Duration.ZERO).localTtl(minute).nullTtl(minute))
        .cache("b", cache -> cache.ttl(minute).localTtl(Duration.ZERO).nullTtl(Duration.ZERO))
        .cache("c", cache -> cache.ttl(minute).localTtl(minute).nullTtl(minute))
        .cache("d", cache -> cache.localTtl(minute).nullTtl(minute))
        .build()
        .close();
  }

  @Test
  void anArgumentThatIsMissingIsNamed() {
    Cache<Long, String> users = caches.cache(USERS);
    assertMissing(() -> caches.cache((String) null), "name");
    assertMissing(() -> users.put(1L, "one", null), "timeToLive");
    assertMissing(() -> users.touch(1L, null), "timeToLive");
    assertMissing(() -> USERS.ttl(null), "ttl");
    assertMissing(() -> users.get(1L, null), "loader");
    assertMissing(() -> users.get(1L, key -> "one", null), "unless");
    assertMissing(() -> users.refresh(1L, null), "loader");
  }

  private static void assertMissing(Runnable action, String argument) {
    assertThatThrownBy(action::run).isInstanceOf(NullPointerException.class).hasMessage(argument);
  }

  @Test
  void aChainWithoutTiersOrTwiceIsRefused() {
    assertThatThrownBy(() -> CacheManager.builder().chain("c", chain -> {}))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage("the chain c has no tier; give it local(...) or distributed(...)");
    CacheManagerBuilder once = CacheManager.builder().chain("c", chain -> chain.local(l -> {}));
    assertThatThrownBy(() -> once.chain("c", chain -> chain.local(l -> {})))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage("the chain c is configured twice");
  }
}
