package dev.larder.redis;

import dev.larder.CacheException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads of single keys, of which several threads' may go out as one command. Where that fails, each
 * is made by itself, with whatever tries it has; only what has taken all of its time already is
 * given up.
 *
 * @param <Q> what is read
 * @param <A> what is found
 */
final class GatheredReads<Q, A> implements Function<Q, A> {
  private final RedisLink link;
  private final Function<Q, A> alone;
  private final Gathering<Q, A> gathering;

  GatheredReads(
      RedisLink link, Function<Q, A> alone, Function<List<Q>, CompletionStage<List<A>>> together) {
    this.link = link;
    this.alone = alone;
    this.gathering = new Gathering<>(together);
  }

  @Override
  public A apply(Q question) {
    Supplier<String> what = () -> "read of " + question;
    link.awaitConnection(what);
    CompletableFuture<A> answer = gathering.ask(question);
    try {
      return link.await(answer, what);
    } catch (CacheException e) {
      answer.cancel(false);
      throw e;
    } catch (ExecutionException e) {
      Throwable cause = RedisFaults.cause(e);
      if (RedisFaults.isTimeout(cause)) {
        throw RedisFaults.of(cause, what.get());
      }
      return alone.apply(question);
    }
  }
}
