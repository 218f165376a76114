package dev.larder.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules of the fence, step by step in one thread. */
class FenceTest {
  private static final String KEY = "key";

  private final Fence<String> fence = new Fence<>();
  private final List<String> done = new ArrayList<>();
  private final List<Load<String>> loads = new ArrayList<>();

  private Load<String> load() {
    return noted(new Load<>(false));
  }

  private Load<String> noted(Load<String> load) {
    loads.add(load);
    return load;
  }

  private Runnable note(String what) {
    return () -> done.add(what);
  }

  private boolean write(String what) {
    return fence.write(KEY, () -> done.add(what));
  }

  @AfterEach
  void nothingStaysUnderWay() {
    loads.forEach(
        load -> {
          fence.finish(KEY, load, () -> {});
          load.close();
        });
    assertThat(fence.keys()).isEmpty();
  }

  @Test
  void theFirstLoadIsRegisteredAndOthersJoinIt() {
    Load<String> first = load();
    assertThat(fence.join(KEY, first)).isSameAs(first);
    assertThat(fence.join(KEY, load())).isSameAs(first);
    assertThat(fence.holds(KEY, first)).isTrue();
  }

  @Test
  void whatOnlyLooksGivesWayToWhatLoads() {
    Load<String> look = noted(Load.looking());
    Load<String> otherLook = noted(Load.looking());
    Load<String> load = load();
    assertThat(fence.join(KEY, look)).isSameAs(look);
    assertThat(fence.join(KEY, otherLook)).isSameAs(look);
    assertThat(fence.join(KEY, load)).isSameAs(load);
    assertThat(fence.join(KEY, otherLook)).isSameAs(load);
    assertThat(fence.finish(KEY, look, note("kept"))).isFalse();
    assertThat(fence.holds(KEY, load)).isTrue();
    assertThat(done).isEmpty();
  }

  @Test
  void aRegisteredLoadIsKeptOnce() {
    Load<String> load = load();
    fence.join(KEY, load);
    assertThat(fence.finish(KEY, load, note("kept"))).isTrue();
    assertThat(fence.finish(KEY, load, note("kept again"))).isFalse();
    assertThat(done).containsExactly("kept");
  }

  @Test
  void i5_aWriteLetsNoEarlierLoadBeKept() {
    Load<String> load = load();
    fence.join(KEY, load);
    assertThat(write("written")).isTrue();
    assertThat(fence.finish(KEY, load, note("kept"))).isFalse();
    assertThat(done).containsExactly("written");
  }

  @Test
  void aWriteThatChangedNothingIsNone() {
    Load<String> load = load();
    fence.join(KEY, load);
    assertThat(fence.write(KEY, () -> false)).isFalse();
    assertThat(fence.finish(KEY, load, note("kept"))).isTrue();
  }

  @Test
  void aLoadThatBeginsAfterAWriteIsKept() {
    Load<String> before = load();
    fence.join(KEY, before);
    write("written");
    Load<String> after = load();
    assertThat(fence.join(KEY, after)).isSameAs(after);
    assertThat(fence.finish(KEY, before, note("before"))).isFalse();
    assertThat(fence.finish(KEY, after, note("after"))).isTrue();
    assertThat(done).containsExactly("written", "after");
  }

  @Test
  void i5_aLoadThatEndsBetweenTheStepsOfAWriteIsOverwrittenAndOneThatEndsAfterIsNotKept() {
    fence.beginWrite(KEY);
    Load<String> during = load();
    fence.join(KEY, during);
    Load<String> late = load();
    assertThat(fence.finish(KEY, during, note("during"))).isTrue();
    fence.join(KEY, late);
    fence.endWrite(KEY, note("alone"), note("raced"));
    assertThat(fence.finish(KEY, late, note("late"))).isFalse();
    assertThat(done).containsExactly("during", "alone");
  }

  @Test
  void writesThatOverlapAreRacedUntilTheLastHasEnded() {
    fence.beginWrite(KEY);
    fence.beginWrite(KEY);
    fence.endWrite(KEY, note("alone"), note("raced 1"));
    fence.beginWrite(KEY);
    fence.endWrite(KEY, note("alone"), note("raced 2"));
    fence.endWrite(KEY, note("alone"), note("raced 3"));
    fence.beginWrite(KEY);
    fence.endWrite(KEY, note("alone 4"), note("raced"));
    assertThat(done).containsExactly("raced 1", "raced 2", "raced 3", "alone 4");
  }

  @Test
  void aMessageBetweenTheStepsOfAWriteMakesItRaced() {
    fence.beginWrite(KEY);
    write("message");
    fence.endWrite(KEY, note("alone"), note("raced"));
    assertThat(done).containsExactly("message", "raced");
  }

  @Test
  void i5_aLoadIsNotHeldWhileAWriteIsBetweenItsSteps() {
    Load<String> load = load();
    fence.join(KEY, load);
    fence.beginWrite(KEY);
    assertThat(fence.holds(KEY, load)).isFalse();
    fence.endWrite(KEY, note("alone"), note("raced"));
    assertThat(fence.holds(KEY, load)).isFalse();
  }

  private Runnable fail(Error thrown) {
    return () -> {
      throw thrown;
    };
  }

  @Test
  void aWriteWhoseChangeThrowsHasEndedAndLeavesTheKeyAsARacedOneDoes() {
    Error thrown = new OutOfMemoryError("no heap");
    fence.beginWrite(KEY);
    assertThatThrownBy(() -> fence.endWrite(KEY, fail(thrown), note("raced"))).isSameAs(thrown);
    assertThat(fence.keys()).isEmpty();
    assertThat(done).containsExactly("raced");
  }

  @Test
  void soHasOneThatCannotEvenDoThat() {
    Error thrown = new StackOverflowError();
    fence.beginWrite(KEY);
    fence.beginWrite(KEY);
    assertThatThrownBy(() -> fence.endWrite(KEY, fail(thrown), fail(thrown))).isSameAs(thrown);
    fence.endWrite(KEY, note("alone"), note("raced"));
    assertThat(fence.keys()).isEmpty();
    assertThat(done).containsExactly("raced");
  }

  @Test
  void i5_aLoadIsNotKeptAfterAWriteWhoseChangeThrew() {
    Load<String> load = load();
    fence.join(KEY, load);
    fence.beginWrite(KEY);
    Error thrown = new OutOfMemoryError("no heap");
    assertThatThrownBy(() -> fence.endWrite(KEY, fail(thrown), fail(thrown))).isSameAs(thrown);
    assertThat(fence.finish(KEY, load, note("kept"))).isFalse();
    Load<String> next = load();
    assertThat(fence.join(KEY, next)).isSameAs(next);
    assertThat(fence.holds(KEY, next)).isTrue();
  }

  @Test
  void aRefreshTakesThePlaceOfALoad() {
    Load<String> load = load();
    Load<String> refresh = load();
    fence.join(KEY, load);
    fence.replace(KEY, refresh);
    assertThat(fence.finish(KEY, load, note("load"))).isFalse();
    assertThat(fence.finish(KEY, refresh, note("refresh"))).isTrue();
  }

  @Test
  void aCompletedLoadThatWasLeftBehindIsJoinedByNobody() {
    Load<String> left = load();
    fence.join(KEY, left);
    left.complete(new Load.Outcome.Abandoned<>());
    Load<String> next = load();
    assertThat(fence.join(KEY, next)).isSameAs(next);
  }

  @Test
  void keysDoNotTouchEachOther() {
    Load<String> load = load();
    fence.join(KEY, load);
    fence.write("other", () -> true);
    assertThat(fence.keys()).containsExactly(KEY);
    assertThat(fence.finish(KEY, load, note("kept"))).isTrue();
  }

  @Test
  void aSpoiltLoadStaysRegisteredAndIsNotKept() {
    Load<String> load = load();
    fence.join(KEY, load);
    fence.spoil(KEY);
    assertThat(fence.join(KEY, load())).isSameAs(load);
    assertThat(fence.holds(KEY, load)).isTrue();
    assertThat(fence.finish(KEY, load, note("kept"))).isTrue();
    assertThat(done).isEmpty();
  }

  @Test
  void aLoadThatBeginsAfterASpoiltOneIsKept() {
    Load<String> spoilt = load();
    fence.join(KEY, spoilt);
    fence.spoil(KEY);
    fence.finish(KEY, spoilt, note("kept"));
    Load<String> next = load();
    fence.join(KEY, next);
    fence.finish(KEY, next, note("kept next"));
    assertThat(done).containsExactly("kept next");
  }

  @Test
  void aWriteIsRacedThatIsSpoiltBetweenItsSteps() {
    fence.beginWrite(KEY);
    fence.spoil(KEY);
    fence.endWrite(KEY, note("alone"), note("raced"));
    assertThat(done).containsExactly("raced");
  }

  @Test
  void whereNothingIsUnderWayThereIsNothingToSpoil() {
    fence.spoil(KEY);
    assertThat(fence.keys()).isEmpty();
  }
}
