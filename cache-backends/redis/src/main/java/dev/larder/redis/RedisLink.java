package dev.larder.redis;

import static dev.larder.redis.RedisFaults.STORE;

import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    return answer(what, repeat, new Pipeline(this, commands, what, repeat, false)::ask);
  }

  /** The same, for what a server must not be sent again because of what another has said. */
  List<@Nullable Object> pipelineApart(
      Supplier<List<RedisCommand>> commands, Supplier<String> what, Repeat repeat) {
    return answer(what, repeat, new Pipeline(this, commands, what, repeat, true)::ask);
  }

  /** What stands for the master of a key; null if none is known. */
  @Nullable Object masterOf(String key) {
    return client.masterOf(Slot.of(key));
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
