package dev.larder.spi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * For a store whose server can be asked several things at once: sends the questions of several
 * threads together. A question goes out at once as long as few are on their way; those that come
 * meanwhile wait for the next answer to arrive, and then go out as one. How many may be on their
 * way follows from how far the server is: on the same machine, where the processor's time is what
 * is scarce, few; far away, where to wait for an answer takes long, many. Safe for use by several
 * threads at once.
 *
 * @param <Q> the questions
 * @param <A> the answers
 */
public final class Gathering<Q, A> {
  /** About how long a question waits for others. */
  private static final long WAIT_NANOS = Duration.ofNanos(50_000).toNanos();

  private static final int FEWEST_ON_THEIR_WAY = 2;
  private static final int MOST_ON_THEIR_WAY = 64;

  /** So that one answer does not grow without bounds. */
  private static final int MOST_TOGETHER = 64;

  /** How many answers it takes to notice that the server is farther away than it was. */
  private static final int MEMORY = 4_096;

  private final Function<List<Q>, CompletionStage<List<A>>> server;
  private final Queue<Asked<Q, A>> waiting = new ArrayDeque<>();
  private int onTheirWay;
  private long quickestNanos = WAIT_NANOS;

  /**
   * For one server.
   *
   * @param server gives the answers in the order of the questions
   */
  public Gathering(Function<List<Q>, CompletionStage<List<A>>> server) {
    this.server = server;
  }

  private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

  /**
   * The answer; fails as the call does that the question went out with. Cancelled before that, the
   * question does not go out.
   */
  public CompletableFuture<A> ask(Q question) {
    Asked<Q, A> mine = new Asked<>(question, new CompletableFuture<>());
    List<Asked<Q, A>> together = orWait(mine);
    if (together != null) {
      send(together);
    }
    return mine.answer();
  }

  private synchronized @Nullable List<Asked<Q, A>> orWait(Asked<Q, A> mine) {
    waiting.add(mine);
    if (onTheirWay >= allowed()) {
      return null;
    }
    onTheirWay++;
    return together();
  }

  private int allowed() {
    long allowed = quickestNanos / WAIT_NANOS;
    return (int) Math.max(FEWEST_ON_THEIR_WAY, Math.min(MOST_ON_THEIR_WAY, allowed));
  }

  private List<Asked<Q, A>> together() {
    List<Asked<Q, A>> together = new ArrayList<>(Math.min(waiting.size(), MOST_TOGETHER));
    while (together.size() < MOST_TOGETHER && !waiting.isEmpty()) {
      Asked<Q, A> next = waiting.remove();
      if (!next.answer().isDone()) {
        together.add(next);
      }
    }
    return together;
  }

  private void send(List<Asked<Q, A>> together) {
    long begin = System.nanoTime();
    CompletionStage<List<A>> answers;
    try {
      answers = server.apply(together.stream().map(Asked::question).toList());
    } catch (RuntimeException | Error e) {
      answers = CompletableFuture.failedFuture(e);
    }
    answers.whenComplete(
        (found, thrown) -> {
          // What waits goes first: to wake those who have their answers takes a while.
          sendNext(thrown == null ? System.nanoTime() - begin : Long.MAX_VALUE);
          for (int i = 0; i < together.size(); i++) {
            if (thrown == null) {
              together.get(i).answer().complete(found.get(i));
            } else {
              together.get(i).answer().completeExceptionally(thrown);
            }
          }
        });
  }

  private void sendNext(long tookNanos) {
    List<Asked<Q, A>> next = afterAnswer(tookNanos);
    if (!next.isEmpty()) {
      send(next);
    }
  }

  /** The quickest of late tells how far the server is, whatever else the machine has to do. */
  private synchronized List<Asked<Q, A>> afterAnswer(long tookNanos) {
    quickestNanos = Math.min(tookNanos, quickestNanos + quickestNanos / MEMORY + 1);
    List<Asked<Q, A>> next = together();
    if (next.isEmpty()) {
      onTheirWay--;
    }
    return next;
  }
}
