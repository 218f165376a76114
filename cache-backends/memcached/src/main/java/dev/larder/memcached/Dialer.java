package dev.larder.memcached;

import com.spotify.folsom.MemcacheClosedException;
import com.spotify.folsom.RawMemcacheClient;
import com.spotify.folsom.authenticate.Authenticator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections that are ready for use. Whatever becomes of one, it is told within a limit, and
 * a connection that comes to nothing is closed: nobody is left to wait for it, or to close it.
 */
final class Dialer {
  private final Supplier<CompletionStage<RawMemcacheClient>> wire;
  private final Authenticator greeting;
  private final Duration limit;
  private final ScheduledExecutorService timer;

  /**
   * A dialer for one server.
   *
   * @param wire connects
   * @param greeting makes sure that the server answers, and lets us in
   * @param limit for both together
   * @param timer where the limit is watched
   */
  Dialer(
      Supplier<CompletionStage<RawMemcacheClient>> wire,
      Authenticator greeting,
      Duration limit,
      ScheduledExecutorService timer) {
    this.wire = wire;
    this.greeting = greeting;
    this.limit = limit;
    this.timer = timer;
  }

  /** A connection over which the server has answered. */
  CompletableFuture<RawMemcacheClient> dial() {
    CompletableFuture<RawMemcacheClient> ready = new CompletableFuture<>();
    Future<?> end = timer.schedule(() -> giveUp(ready), limit.toNanos(), TimeUnit.NANOSECONDS);
    whateverComesOf(ready, (client, failure) -> end.cancel(false));
    wire.get()
        .whenComplete(
            (client, failure) -> {
              if (failure == null) {
                greet(client, ready);
              } else {
                ready.completeExceptionally(failure);
              }
            });
    return ready;
  }

  private void giveUp(CompletableFuture<RawMemcacheClient> ready) {
    ready.completeExceptionally(new TimeoutException("no connection within " + limit));
  }

  /** It may be too late already: then the connection is closed at once. */
  private void greet(RawMemcacheClient client, CompletableFuture<RawMemcacheClient> ready) {
    whateverComesOf(
        ready,
        (same, failure) -> {
          if (failure != null) {
            client.shutdown();
          }
        });
    greeting
        .authenticate(client)
        .whenComplete(
            (same, failure) -> {
              if (failure == null) {
                ready.complete(client);
              } else {
                ready.completeExceptionally(failure);
              }
            });
    // Folsom's greetings wait until the client is connected, and one that has been reset before it
    // was asked never will be. After the greeting, which knows better why it failed.
    client.disconnectFuture().thenRun(() -> ready.completeExceptionally(closed()));
  }

  private static void whateverComesOf(
      CompletionStage<RawMemcacheClient> ready,
      BiConsumer<@Nullable RawMemcacheClient, @Nullable Throwable> action) {
    ready.whenComplete(action);
  }

  private static MemcacheClosedException closed() {
    return new MemcacheClosedException("The server closed the connection at once");
  }
}
