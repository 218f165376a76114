package dev.larder.integration.faults;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A read of the database that is answered no sooner than the test wants. */
final class HeldRead implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CompletableFuture<String> arrival = new CompletableFuture<>();
  private final CompletableFuture<Void> release = new CompletableFuture<>();

  /** Waits until the read has been made; gives the name of the worker that makes it. */
  String awaitArrival() {
    return arrival.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Has it answered. */
  void release() {
    release.complete(null);
  }

  void arrive(String worker) {
    arrival.complete(worker);
    release.join();
  }

  @Override
  public void close() {
    release();
  }
}
