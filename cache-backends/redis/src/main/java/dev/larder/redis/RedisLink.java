package dev.larder.redis;

import static dev.larder.redis.RedisFaults.STORE;

import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisNoScriptException;
import org.redisson.client.codec.ByteArrayCodec;

/** Sends commands to the servers and waits for what they answer. */
final class RedisLink {
  /** Between a failure and the next try. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** For Redisson to say itself that an answer did not come, and why. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final LazyClient client;
  private final int retries;
  private final long patienceNanos;
  private final Connecting connecting;

  RedisLink(LazyClient client, RedisOptions options) {
    this.client = client;
    this.retries = options.retries;
    this.patienceNanos = options.commandTimeout.plus(GRACE).toNanos();
    this.connecting =
        new Connecting(
            () -> scripts().eval(RScript.Mode.READ_WRITE, "return {}", RScript.ReturnType.LIST),
            options.connectTimeout);
  }

  RedissonClient client() {
    return client.get();
  }

  private RScript scripts() {
    return client().getScript(ByteArrayCodec.INSTANCE);
  }

  /** Begins to make the first connection. */
  void connect() {
    connecting.start();
  }

  /** Waits for the first connection. */
  void awaitConnection(Supplier<String> what) {
    connecting.await(what);
  }

  /** Runs one script in one round trip; each try is made anew. */
  List<Object> run(Supplier<RedisCommand.Run> run, Supplier<String> what, Repeat repeat) {
    return answer(what, repeat, () -> runOnce(run.get(), what));
  }

  /** Sends one script, for which there is a connection already; nothing is tried again. */
  CompletionStage<List<Object>> begin(RedisCommand.Run run) {
    return run.sendTo(scripts(), false);
  }

  private List<Object> runOnce(RedisCommand.Run run, Supplier<String> what)
      throws ExecutionException {
    try {
      return awaitOrCancel(run.sendTo(scripts(), false), what);
    } catch (ExecutionException e) {
      if (RedisFaults.cause(e) instanceof RedisNoScriptException) {
        return awaitOrCancel(run.sendTo(scripts(), true), what);
      }
      throw e;
    }
  }

  private <T> T awaitOrCancel(RFuture<T> answer, Supplier<String> what) throws ExecutionException {
    try {
      return await(answer, what);
    } catch (CacheException e) {
      answer.cancel(false);
      throw e;
    }
  }

  /** Runs the commands in one round trip to each server; the results in the same order. */
  List<@Nullable Object> pipeline(
      Supplier<List<RedisCommand>> commands, Supplier<String> what, Repeat repeat) {
    return answer(what, repeat, () -> pipelineOnce(commands.get(), what));
  }

  private List<@Nullable Object> pipelineOnce(
      List<? extends RedisCommand> commands, Supplier<String> what) throws ExecutionException {
    List<CompletableFuture<?>> results = send(commands, what, false);
    List<Integer> unknown = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (failure(results.get(i)) instanceof RedisNoScriptException) {
        unknown.add(i);
      }
    }
    if (!unknown.isEmpty()) {
      List<CompletableFuture<?>> again =
          send(unknown.stream().<RedisCommand>map(commands::get).toList(), what, true);
      for (int i = 0; i < again.size(); i++) {
        results.set(unknown.get(i), again.get(i));
      }
    }
    List<@Nullable Object> values = new ArrayList<>(results.size());
    for (CompletableFuture<?> result : results) {
      values.add(await(result, what));
    }
    return values;
  }

  /** Returns when all are done, well or not. */
  private List<CompletableFuture<?>> send(
      List<? extends RedisCommand> commands, Supplier<String> what, boolean whole) {
    RBatch batch = client().createBatch();
    List<CompletableFuture<?>> results = new ArrayList<>(commands.size());
    for (RedisCommand command : commands) {
      results.add(command.addTo(batch, whole).toCompletableFuture());
    }
    try {
      await(batch.executeAsync(), what);
    } catch (ExecutionException e) {
      // Whose fault it was is found where the results are looked at.
      results.forEach(result -> result.completeExceptionally(RedisFaults.cause(e)));
    } catch (CacheException e) {
      // Or Redisson would send them later, and follow without end two nodes that name each other.
      results.forEach(result -> result.cancel(false));
      throw e;
    }
    return results;
  }

  private static @Nullable Throwable failure(CompletableFuture<?> result) {
    return result.isCompletedExceptionally()
        ? RedisFaults.cause(result.handle((value, thrown) -> thrown).join())
        : null;
  }

  /** Something that is asked of the servers. */
  interface Question<T> {
    T ask() throws ExecutionException;
  }

  /** Asks, and asks again as often as it may. */
  <T> T answer(Supplier<String> what, Repeat repeat, Question<T> question) {
    for (int attempt = 0; ; attempt++) {
      connecting.await(what);
      try {
        return question.ask();
      } catch (ExecutionException | RuntimeException e) {
        if (attempt >= retries || !repeat.allows(RedisFaults.cause(e)) || !hasTimeLeft()) {
          throw RedisFaults.of(e, what.get());
        }
        pause();
      }
    }
  }

  private static boolean hasTimeLeft() {
    return Deadline.nanosLeft(Long.MAX_VALUE) > PAUSE.toNanos();
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  <T> T await(RFuture<T> future, Supplier<String> what) throws ExecutionException {
    return await(future.toCompletableFuture(), what);
  }

  <T> T await(CompletableFuture<T> future, Supplier<String> what) throws ExecutionException {
    try {
      return future.get(Deadline.nanosLeft(patienceNanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw RedisFaults.interrupted(what.get(), e);
    } catch (TimeoutException e) {
      throw new CacheTimeoutException("Redis did not answer in time: " + what.get(), STORE, e);
    }
  }
}
