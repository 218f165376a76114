package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private final List<List<Integer>> sent = new ArrayList<>();
  private final List<CompletableFuture<List<String>>> answers = new ArrayList<>();
  private final Gathering<Integer, String> gathering = new Gathering<>(this::send);

  private CompletionStage<List<String>> send(List<Integer> questions) {
    sent.add(questions);
    answers.add(new CompletableFuture<>());
    return answers.get(answers.size() - 1);
  }

  private void answer(int call) {
    answers.get(call).complete(sent.get(call).stream().map(question -> "a" + question).toList());
  }

  @Test
  void goesOutAtOnceWhereFewAreOnTheirWay() {
    CompletableFuture<String> one = gathering.ask(1);
    CompletableFuture<String> two = gathering.ask(2);
    assertThat(sent).containsExactly(List.of(1), List.of(2));
    answer(1);
    answer(0);
    assertThat(one).isCompletedWithValue("a1");
    assertThat(two).isCompletedWithValue("a2");
  }

  @Test
  void whatWaitsGoesOutTogetherWithTheNextAnswer() {
    gathering.ask(1);
    gathering.ask(2);
    CompletableFuture<String> three = gathering.ask(3);
    CompletableFuture<String> four = gathering.ask(4);
    assertThat(sent).hasSize(2);
    answer(0);
    assertThat(sent.get(2)).containsExactly(3, 4);
    assertThat(three).isNotDone();
    answer(2);
    assertThat(three).isCompletedWithValue("a3");
    assertThat(four).isCompletedWithValue("a4");
  }

  @Test
  void whatNobodyWaitsForAnyMoreDoesNotGoOut() {
    gathering.ask(1);
    gathering.ask(2);
    CompletableFuture<String> three = gathering.ask(3);
    gathering.ask(4);
    gathering.ask(5);
    three.cancel(false);
    answer(0);
    assertThat(sent.get(2)).containsExactly(4, 5);
  }

  @Test
  void noAnswerGrowsWithoutBounds() {
    for (int i = 0; i < 202; i++) {
      gathering.ask(i);
    }
    answer(0);
    answer(1);
    assertThat(sent.get(2)).hasSize(64);
    assertThat(sent.get(3)).hasSize(64);
    answer(2);
    answer(3);
    assertThat(sent).hasSize(6);
    assertThat(sent.stream().mapToInt(List::size).sum()).isEqualTo(202);
  }

  @Test
  void aFailureIsOfThoseAloneThatWentOutTogether() {
    CompletableFuture<String> one = gathering.ask(1);
    gathering.ask(2);
    CompletableFuture<String> three = gathering.ask(3);
    answers.get(0).completeExceptionally(new IllegalStateException("lost"));
    assertThat(one).isCompletedExceptionally();
    answer(2);
    assertThat(three).isCompletedWithValue("a3");
    answer(1);
    CompletableFuture<String> four = gathering.ask(4);
    CompletableFuture<String> five = gathering.ask(5);
    assertThat(sent).hasSize(5);
    answer(3);
    answer(4);
    assertThat(four).isCompletedWithValue("a4");
    assertThat(five).isCompletedWithValue("a5");
  }

  @Test
  void aCallThatThrowsIsAFailureAndHoldsUpNobody() {
    Gathering<Integer, String> throwing =
        new Gathering<>(
            questions -> {
              throw new IllegalStateException("closed");
            });
    for (int i = 0; i < 10; i++) {
      assertThat(throwing.ask(i)).isCompletedExceptionally();
    }
  }

  @Test
  void aRequestWhoseAnswerIsLostHoldsUpNobodyForLong() {
    AtomicLong now = new AtomicLong();
    Gathering<Integer, String> losing = new Gathering<>(this::send, now::get);
    losing.ask(1);
    losing.ask(2);
    losing.ask(3);
    assertThat(sent).hasSize(2);
    now.addAndGet(Duration.ofSeconds(3).toNanos());
    CompletableFuture<String> four = losing.ask(4);
    assertThat(sent.get(2)).containsExactly(3, 4);
    answer(2);
    assertThat(four).isCompletedWithValue("a4");
    answer(0);
    CompletableFuture<String> late = losing.ask(5);
    assertThat(sent.get(3)).containsExactly(5);
    answer(3);
    assertThat(late).isCompletedWithValue("a5");
  }

  @Test
  void anErrorWhileMoreIsSentLeavesNobodyWithoutHisAnswer() {
    List<CompletableFuture<List<String>>> first = new ArrayList<>();
    Gathering<Integer, String> failing =
        new Gathering<>(
            questions -> {
              if (questions.contains(3)) {
                throw new StackOverflowError();
              }
              first.add(new CompletableFuture<>());
              return first.get(first.size() - 1);
            });
    CompletableFuture<String> one = failing.ask(1);
    failing.ask(2);
    CompletableFuture<String> three = failing.ask(3);
    first.get(0).complete(List.of("a1"));
    assertThat(one).isCompletedWithValue("a1");
    assertThat(three).isCompletedExceptionally();
    CompletableFuture<String> four = failing.ask(4);
    first.get(2).complete(List.of("a4"));
    assertThat(four).isCompletedWithValue("a4");
  }

  @Test
  void anyNumberMayWaitForWhatFailsAtOnce() {
    AtomicBoolean fails = new AtomicBoolean();
    Gathering<Integer, String> failing =
        new Gathering<>(
            questions ->
                fails.get()
                    ? CompletableFuture.failedFuture(new IllegalStateException("lost"))
                    : send(questions));
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      all.add(failing.ask(i));
    }
    fails.set(true);
    answers.get(0).completeExceptionally(new IllegalStateException("lost"));
    answers.get(1).completeExceptionally(new IllegalStateException("lost"));
    assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  void whereAnswersTakeLongFewerGoTogether() {
    AtomicLong now = new AtomicLong();
    Gathering<Integer, String> slow = new Gathering<>(this::send, now::get);
    for (int i = 0; i < 500; i++) {
      slow.ask(i);
    }
    for (int call = 0; call < 12; call++) {
      now.addAndGet(Duration.ofMillis(100).toNanos());
      answer(call);
    }
    assertThat(sent.get(sent.size() - 1)).hasSize(1);
  }
}
