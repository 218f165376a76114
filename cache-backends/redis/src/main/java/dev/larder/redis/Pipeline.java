package dev.larder.redis;

import dev.larder.CacheException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.client.RedisNoScriptException;

/**
 * Commands that go out in one round trip to each server, in one try or several. What has been done
 * is not sent again with what has not.
 */
final class Pipeline {
  private final RedisLink link;
  private final Supplier<List<RedisCommand>> commands;
  private final Supplier<String> what;
  private final Repeat repeat;
  private final boolean apart;
  private List<CompletableFuture<?>> results = List.of();

  /**
   * Of what the commands are in each try.
   *
   * @param apart whether each server is asked by itself: asked together, all have failed with the
   *     first that has, and what the others do is not known
   */
  Pipeline(
      RedisLink link,
      Supplier<List<RedisCommand>> commands,
      Supplier<String> what,
      Repeat repeat,
      boolean apart) {
    this.link = link;
    this.commands = commands;
    this.what = what;
    this.repeat = repeat;
    this.apart = apart;
  }

  /** Makes one try; the results are in the order of the commands. */
  List<@Nullable Object> ask() throws ExecutionException {
    List<RedisCommand> now = commands.get();
    if (results.isEmpty()) {
      results = send(now, false);
    } else {
      // What is read tells of what is done beside it.
      sendAgain(now, at -> now.get(at) instanceof RedisCommand.Get || failure(at) != null, false);
    }
    if (hasFailures()) {
      sendAgain(commands.get(), at -> failure(at) instanceof RedisNoScriptException, true);
    }
    return values();
  }

  private boolean hasFailures() {
    for (CompletableFuture<?> result : results) {
      if (result.isCompletedExceptionally()) {
        return true;
      }
    }
    return false;
  }

  private List<@Nullable Object> values() throws ExecutionException {
    List<@Nullable Object> values = new ArrayList<>(results.size());
    try {
      for (CompletableFuture<?> result : results) {
        values.add(link.await(result, what));
      }
    } catch (ExecutionException e) {
      throw gravest(e);
    }
    return values;
  }

  /** After which nothing may be sent again, whatever the others say. */
  private ExecutionException gravest(ExecutionException first) {
    for (int at = 0; at < results.size(); at++) {
      Throwable failure = failure(at);
      if (failure != null && !repeat.allows(failure)) {
        return new ExecutionException(failure);
      }
    }
    return first;
  }

  private @Nullable Throwable failure(int at) {
    CompletableFuture<?> result = results.get(at);
    return result.isCompletedExceptionally()
        ? RedisFaults.cause(result.handle((value, thrown) -> thrown).join())
        : null;
  }

  private void sendAgain(List<RedisCommand> now, Predicate<Integer> which, boolean whole) {
    List<Integer> places = IntStream.range(0, now.size()).boxed().filter(which).toList();
    if (places.isEmpty()) {
      return;
    }
    List<CompletableFuture<?>> again =
        send(places.stream().<RedisCommand>map(now::get).toList(), whole);
    for (int i = 0; i < again.size(); i++) {
      results.set(places.get(i), again.get(i));
    }
  }

  /** Returns when all are done, well or not. */
  private List<CompletableFuture<?>> send(List<RedisCommand> some, boolean whole) {
    List<CompletableFuture<?>> sent = new ArrayList<>(some.size());
    CompletableFuture<?> all =
        apart ? sendApart(some, whole, sent) : sendTogether(some, whole, sent);
    try {
      link.await(all, what);
    } catch (ExecutionException e) {
      // Whose fault it was is found where the results are looked at.
      sent.forEach(result -> result.completeExceptionally(RedisFaults.cause(e)));
    } catch (CacheException e) {
      // Or Redisson would send them later, and follow without end two nodes that name each other.
      sent.forEach(result -> result.cancel(false));
      throw e;
    }
    return sent;
  }

  private CompletableFuture<?> sendTogether(
      List<RedisCommand> some, boolean whole, List<CompletableFuture<?>> sent) {
    RBatch batch = link.client().createBatch();
    for (RedisCommand command : some) {
      sent.add(command.addTo(batch, whole).toCompletableFuture());
    }
    return batch.executeAsync().toCompletableFuture();
  }

  private CompletableFuture<?> sendApart(
      List<RedisCommand> some, boolean whole, List<CompletableFuture<?>> sent) {
    Map<@Nullable Object, RBatch> batches = new HashMap<>();
    for (RedisCommand command : some) {
      RBatch batch =
          batches.computeIfAbsent(
              link.masterOf(command.firstKey()), master -> link.client().createBatch());
      sent.add(command.addTo(batch, whole).toCompletableFuture());
    }
    return CompletableFuture.allOf(
        batches.values().stream()
            .map(batch -> batch.executeAsync().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }
}
