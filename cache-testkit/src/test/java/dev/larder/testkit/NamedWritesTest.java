package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.FailSafeCache;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.WriteResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes by a cache's name in a process that does not read the cache. */
class NamedWritesTest {
  private static final KeyShape<Long> BY_LONG = KeyShape.single(PartTypes.LONG);
  private static final ValueType<String> TEXT = ValueType.of("java.lang.String", 1, true);

  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final FakeStore otherStore = store.connect();

  private CacheManager manager(FakeStore connection) {
    return CacheManager.builder()
        .ticker(clock)
        .chain("far", chain -> chain.distributed(connection).codec(new TextCodec()).local(l -> {}))
        .build();
  }

  private static Cache<Long, String> users(CacheManager caches) {
    return caches.cache(CacheSpec.of("far", "users", BY_LONG, TEXT));
  }

  @Test
  void anEvictReachesTheStoreAndTheReadersOfOtherProcesses() {
    try (CacheManager readers = manager(store);
        CacheManager commands = manager(otherStore)) {
      users(readers).put(1L, "old");
      assertThat(commands.named("users", BY_LONG).evict(1L)).isEqualTo(new WriteResult.Done());
      assertThat(users(readers).get(1L)).isNull();
      assertThat(commands.stats()).isEmpty();
    }
  }

  @Test
  void aClearReachesTheStoreAndTheReadersOfOtherProcesses() {
    try (CacheManager readers = manager(store);
        CacheManager commands = manager(otherStore)) {
      users(readers).put(1L, "old");
      assertThat(commands.named("users").clear()).isEqualTo(new WriteResult.Done());
      assertThat(users(readers).get(1L)).isNull();
    }
  }

  static Stream<Arguments> writes() {
    return Stream.of(
        write(Call.REMOVE, named -> named.evict(1L)),
        write(Call.REMOVE_ALL, named -> named.evictAll(List.of(1L))),
        write(Call.SCAN, named -> named.evictMatching("*")),
        write(Call.CLEAR, FailSafeCache::clear),
        write(Call.REMOVE, named -> named.put(1L, "new")));
  }

  private static Arguments write(
      Call call, Function<FailSafeCache<Long, String>, WriteResult> write) {
    return Arguments.of(call, write);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void i5_aCacheThatIsOpenedAmidstAWriteDoesNotKeepWhatItHasReadBefore(
      Call call, Function<FailSafeCache<Long, String>, WriteResult> write) throws Throwable {
    try (CacheManager readers = manager(store);
        CacheManager commands = manager(otherStore)) {
      users(readers).put(1L, "old");
      HeldLoader written = new HeldLoader();
      otherStore.faults().beforeCalls(HeldCalls.of(call, written));
      FailSafeCache<Long, String> named = commands.named("users", BY_LONG, TEXT);
      Caller<WriteResult> writer = Caller.of(() -> write.apply(named));
      written.awaitStarted();
      assertThat(users(commands).get(1L)).isEqualTo("old");
      written.give(null);
      writer.answer();
      assertThat(users(commands).localHit(1L)).isNull();
      assertThat(users(commands).get(1L)).isNotEqualTo("old");
    }
  }

  @Test
  void aPutEvictsSoThatNoReaderIsServedTheOldValue() {
    try (CacheManager readers = manager(store);
        CacheManager commands = manager(otherStore)) {
      users(readers).put(1L, "old");
      FailSafeCache<Long, String> named = commands.named("users", BY_LONG, TEXT);
      assertThat(named.put(1L, "new")).isInstanceOf(WriteResult.Failed.class);
      assertThat(users(readers).get(1L)).isNull();
      users(commands);
      assertThat(named.put(1L, "newer")).isEqualTo(new WriteResult.Done());
      assertThat(users(readers).get(1L)).isEqualTo("newer");
    }
  }

  @Test
  void chainsOfOneStoreAreNotStackedOnEachOther() {
    try (CacheManager caches =
        CacheManager.builder()
            .chain("near", chain -> chain.distributed(store).codec(new TextCodec()))
            .chain("far", chain -> chain.distributed(store).codec(new TextCodec()))
            .build()) {
      caches.cache(CacheSpec.of("near", "users", BY_LONG, TEXT).stacked());
      CacheSpec<Long, String> second = CacheSpec.of("far", "users", BY_LONG, TEXT).stacked();
      assertThatThrownBy(() -> caches.cache(second))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessageContaining("near and far")
          .hasMessageContaining("one store");
    }
  }
}
