package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.Cache;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the values of a cache are loaded within one process, over any chain. */
public interface CacheLoadsContract extends CacheContract {
  private Caller<String> reader(HeldLoader loader) {
    return Caller.of(() -> here().get(1L, loader));
  }

  private static Throwable thrown(Caller<String> caller) {
    return catchThrowable(caller::answer);
  }

  private static String notAsked(Object key) {
    throw new AssertionError("nobody is to load " + key);
  }

  @Test
  default void i4_oneOfManyCallersLoadsAndAllGetItsValue() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> first = reader(loader);
    loader.awaitStarted();
    List<Caller<String>> others = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      others.add(reader(loader).awaitWaiting());
    }
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
    for (Caller<String> other : others) {
      assertThat(other.answer()).isEqualTo("one");
    }
    assertThat(loader.runs()).isEqualTo(1);
    assertThat(here().stats().loads()).isEqualTo(1);
    assertThat(here().stats().misses() + here().stats().hits()).isEqualTo(16);
  }

  @Test
  default void loadsOfDifferentKeysDoNotWaitForEachOther() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> first = reader(loader);
    loader.awaitStarted();
    assertThat(here().get(2L, key -> "two")).isEqualTo("two");
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
  }

  @Test
  default void i3_everyWaiterGetsTheVeryExceptionAndNothingIsKept() throws Throwable {
    IOException failure = new IOException("no source");
    HeldLoader loader = new HeldLoader();
    Caller<String> first = reader(loader);
    loader.awaitStarted();
    Caller<String> second = reader(loader).awaitWaiting();
    loader.fail(failure);
    assertThat(thrown(first)).isSameAs(failure);
    assertThat(thrown(second)).isSameAs(failure);
    assertThat(here().contains(1L)).isFalse();
    assertThat(there().get(1L, key -> "two")).isEqualTo("two");
    assertThat(here().stats().loadFailures()).isEqualTo(1);
  }

  @Test
  default void i3_anErrorIsPassedOnToo() throws Throwable {
    StackOverflowError failure = new StackOverflowError("the loader's own");
    HeldLoader loader = new HeldLoader();
    Caller<String> first = reader(loader);
    loader.awaitStarted();
    Caller<String> second = reader(loader).awaitWaiting();
    loader.fail(failure);
    assertThat(thrown(first)).isSameAs(failure);
    assertThat(thrown(second)).isSameAs(failure);
    assertThat(here().get(1L, key -> "two")).isEqualTo("two");
  }

  @Test
  default void whatThePredicateThrowsIsThrownAndNothingIsKept() {
    IllegalStateException failure = new IllegalStateException("unless");
    assertThatThrownBy(
            () ->
                here()
                    .get(
                        1L,
                        key -> "one",
                        value -> {
                          throw failure;
                        }))
        .isSameAs(failure);
    assertThat(here().get(1L, key -> "two")).isEqualTo("two");
  }

  @Test
  default void anInterruptedWaiterLoadsByItselfAndKeepsNothing() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> first = reader(loader);
    loader.awaitStarted();
    Caller<String> second =
        Caller.of(
            () -> {
              String own = here().get(1L, key -> "my own");
              return own + ", interrupted: " + Thread.currentThread().isInterrupted();
            });
    second.awaitWaiting().interrupt();
    assertThat(second.answer()).isEqualTo("my own, interrupted: true");
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
    assertThat(here().get(1L, CacheLoadsContract::notAsked)).isEqualTo("one");
  }

  @Test
  default void anInterruptedLoaderIsFollowedByOneOfTheWaiters() throws Throwable {
    HeldLoader interrupted = new HeldLoader();
    HeldLoader next = new HeldLoader();
    Caller<String> first = reader(interrupted);
    interrupted.awaitStarted();
    List<Caller<String>> others = List.of(reader(next).awaitWaiting(), reader(next).awaitWaiting());
    first.interrupt();
    assertThat(thrown(first)).isInstanceOf(InterruptedException.class);
    next.awaitStarted();
    next.give("two");
    for (Caller<String> other : others) {
      assertThat(other.answer()).isEqualTo("two");
    }
    assertThat(next.runs()).isEqualTo(1);
    assertThat(here().get(1L, CacheLoadsContract::notAsked)).isEqualTo("two");
  }

  @Test
  default void aLoaderMayAskForItsOwnKey() {
    Cache<Long, String> cache = here();
    String value = cache.get(1L, key -> "outer of " + cache.get(1L, again -> "inner"));
    assertThat(value).isEqualTo("outer of inner");
    assertThat(there().get(1L, CacheLoadsContract::notAsked)).isEqualTo(value);
  }

  @Test
  default void aLoaderMayAskForAnotherKeyOfItsCache() {
    Cache<Long, String> cache = here();
    String value = cache.get(1L, key -> "one of " + cache.get(2L, other -> "two"));
    assertThat(value).isEqualTo("one of two");
    assertThat(cache.get(2L, CacheLoadsContract::notAsked)).isEqualTo("two");
  }

  @Test
  default void aLoaderMayAskForAnyNumberOfKeysInARow() {
    assertThat(here().get(200L, this::countedDown)).isEqualTo("0 1 2").isNotNull();
    assertThat(here().get(100L, CacheLoadsContract::notAsked)).isEqualTo("0 1 2");
  }

  private String countedDown(Long key) {
    return key == 0 ? "0 1 2" : String.valueOf(here().get(key - 1, this::countedDown));
  }

  @Test
  default void aLoaderMayPutAndEvictItsOwnKey() {
    Cache<Long, String> cache = here();
    String value =
        cache.get(
            1L,
            key -> {
              cache.put(1L, "put meanwhile");
              return "loaded";
            });
    assertThat(value).isEqualTo("loaded");
    assertThat(cache.get(1L)).isEqualTo("put meanwhile");
    cache.get(
        2L,
        key -> {
          cache.evict(2L);
          return "loaded";
        });
    assertThat(there().contains(2L)).isFalse();
  }

  @Test
  default void aLoaderMayPutItsOwnKeyIfItIsAbsent() {
    Cache<Long, String> cache = here();
    String value = cache.get(1L, key -> "loaded beside " + cache.putIfAbsent(1L, "put"));
    assertThat(value).isEqualTo("loaded beside null");
    assertThat(there().get(1L, CacheLoadsContract::notAsked)).isEqualTo("put");
  }

  @Test
  default void aLoaderMayAskForItsOwnKeyAfterEvictingIt() {
    Cache<Long, String> cache = here();
    String value =
        cache.get(
            1L,
            key -> {
              cache.evict(1L);
              return "outer of " + cache.get(1L, again -> "inner");
            });
    assertThat(value).isEqualTo("outer of inner");
    assertThat(cache.get(1L, CacheLoadsContract::notAsked)).isEqualTo("inner");
  }

  @Test
  default void aLoaderMayRefreshItsOwnKey() {
    Cache<Long, String> cache = here();
    String value = cache.get(1L, key -> "outer of " + cache.refresh(1L, again -> "inner"));
    assertThat(value).isEqualTo("outer of inner");
    assertThat(there().get(1L, CacheLoadsContract::notAsked)).isEqualTo("inner");
  }

  @Test
  default void twoLoadersThatAskForEachOthersKeysBothEnd() throws Throwable {
    assertCircleEnds(2);
  }

  @Test
  default void loadersThatAskForEachOthersKeysInACircleAllEnd() throws Throwable {
    assertCircleEnds(3);
    assertCircleEnds(7);
  }

  private void assertCircleEnds(int size) throws Throwable {
    List<HeldLoader> started = new ArrayList<>();
    List<Caller<String>> callers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      HeldLoader held = new HeldLoader();
      long mine = i;
      long next = (mine + 1) % size;
      started.add(held);
      callers.add(Caller.of(() -> here().get(mine, key -> askingFor(held, next))));
    }
    for (HeldLoader each : started) {
      each.awaitStarted();
    }
    started.forEach(each -> each.give("go on"));
    for (Caller<String> caller : callers) {
      assertThat(caller.answer()).startsWith("asked for");
    }
    for (long key = 0; key < size; key++) {
      here().evict(key);
    }
  }

  private String askingFor(HeldLoader held, long next) throws Exception {
    held.load(next);
    return "asked for " + here().get(next, key -> "by itself");
  }

  @Test
  default void loadersOfTwoCachesMayAskForEachOther() throws Throwable {
    Cache<Long, String> users = here();
    Cache<Long, String> teams =
        here(CacheSpec.of(CHAIN, "teams", KeyShape.single(PartTypes.LONG), TEXT));
    HeldLoader user = new HeldLoader();
    HeldLoader team = new HeldLoader();
    Caller<String> one =
        Caller.of(() -> users.get(1L, key -> user.load(key) + teams.get(1L, k -> "team")));
    Caller<String> other =
        Caller.of(() -> teams.get(1L, key -> team.load(key) + users.get(1L, k -> "user")));
    user.awaitStarted();
    team.awaitStarted();
    user.give("user of ");
    team.give("team of ");
    assertThat(one.answer()).startsWith("user of team");
    assertThat(other.answer()).startsWith("team of user");
  }

  @Test
  default void theFirstExceptionEndsAWarming() {
    IllegalStateException failure = new IllegalStateException("no source");
    assertThatThrownBy(
            () ->
                here()
                    .warm(
                        List.of(1L, 2L, 3L),
                        key -> {
                          if (key == 2L) {
                            throw failure;
                          }
                          return "loaded";
                        }))
        .isSameAs(failure);
    assertThat(here().getAll(List.of(1L, 2L, 3L)).keySet()).containsExactly(1L);
  }

  @Test
  default void readersAreServedThePresentValueDuringARefresh() throws Throwable {
    here().put(1L, "one");
    HeldLoader loader = new HeldLoader();
    Caller<String> refresher = Caller.of(() -> here().refresh(1L, loader));
    loader.awaitStarted();
    assertThat(here().get(1L, CacheLoadsContract::notAsked)).isEqualTo("one");
    assertThat(there().get(1L, CacheLoadsContract::notAsked)).isEqualTo("one");
    loader.give("two");
    assertThat(refresher.answer()).isEqualTo("two");
    assertThat(here().get(1L)).isEqualTo("two");
    assertThat(there().get(1L)).isEqualTo("two");
  }
}
