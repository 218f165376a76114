package dev.larder.examples.guide.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same at the same time. */
final class Together {
  private Together() {}

  /** What each of so many threads answers. */
  static <T> List<T> call(int threads, Callable<T> task)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(
            () -> {
              start.await();
              return task.call();
            });
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : executor.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Does this in another thread, and returns when it is done. */
  static void elsewhere(Runnable task) {
    CompletableFuture.runAsync(task).join();
  }
}
