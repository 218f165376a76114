package dev.larder.redis;

import dev.larder.CacheException;
import dev.larder.spi.Gathering;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads or changes of single keys, of which several threads' may go out as one command. Where that
 * fails, each is made by itself, with whatever tries it has, if it may be; what has taken all of
 * its time already is given up.
 *
 * @param <Q> what is asked for
 * @param <A> what comes of it
 */
final class Gathered<Q, A> implements Function<Q, A> {
  private final RedisLink link;
  private final Function<Q, String> names;
  private final Function<Q, A> alone;
  private final Gathering<Q, A> gathering;
  private final Predicate<Throwable> mayFollow;

  /**
   * Over one server.
   *
   * @param names what is asked for, for messages
   * @param alone makes one by itself
   * @param together makes several; the outcomes are in the same order
   * @param mayFollow after which failures each may still be made alone
   */
  Gathered(
      RedisLink link,
      Function<Q, String> names,
      Function<Q, A> alone,
      Function<List<Q>, CompletionStage<List<A>>> together,
      Predicate<Throwable> mayFollow) {
    this.link = link;
    this.names = names;
    this.alone = alone;
    this.gathering = new Gathering<>(together);
    this.mayFollow = mayFollow;
  }

  @Override
  public A apply(Q question) {
    Supplier<String> what = () -> names.apply(question);
    link.awaitConnection(what);
    CompletableFuture<A> answer = gathering.ask(question);
    try {
      return link.await(answer, what);
    } catch (CacheException e) {
      answer.cancel(false);
      throw e;
    } catch (ExecutionException e) {
      Throwable cause = RedisFaults.cause(e);
      if (RedisFaults.isTimeout(cause) || !mayFollow.test(cause)) {
        throw RedisFaults.of(cause, what.get());
      }
      return alone.apply(question);
    }
  }
}
