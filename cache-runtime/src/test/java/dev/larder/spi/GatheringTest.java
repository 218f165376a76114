package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
}
