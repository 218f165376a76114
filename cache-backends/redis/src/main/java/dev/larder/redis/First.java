package dev.larder.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The first of several answers that comes; a failure if all fail. */
final class First {
  private First() {}

  static <T> CompletableFuture<T> of(List<? extends CompletionStage<T>> answers) {
    CompletableFuture<T> first = new CompletableFuture<>();
    AtomicInteger left = new AtomicInteger(answers.size());
    for (CompletionStage<T> each : answers) {
      each.whenComplete(
          (answer, thrown) -> {
            int others = left.decrementAndGet();
            if (thrown == null) {
              first.complete(answer);
            } else if (others == 0) {
              first.completeExceptionally(thrown);
            }
          });
    }
    return first;
  }
}
