package dev.larder.testkit;

import dev.larder.Loader;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A loader that ends when the test says so, and with what the test says. */
final class HeldLoader implements Loader<@Nullable Object, String, Exception> {
  private final CountDownLatch started = new CountDownLatch(1);
  private final CompletableFuture<@Nullable String> end = new CompletableFuture<>();
  private final AtomicInteger runs = new AtomicInteger();

  @Override
  public @Nullable String load(@Nullable Object key) throws Exception {
    runs.incrementAndGet();
    started.countDown();
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw HeldLoader.<RuntimeException>asItIs(Objects.requireNonNull(e.getCause()));
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // thrown as it is
  private static <X extends Throwable> X asItIs(Throwable thrown) throws X {
    throw (X) thrown;
  }

  void awaitStarted() throws InterruptedException {
    started.await();
  }

  void give(@Nullable String value) {
    end.complete(value);
  }

  void fail(Throwable failure) {
    end.completeExceptionally(failure);
  }

  int runs() {
    return runs.get();
  }
}
