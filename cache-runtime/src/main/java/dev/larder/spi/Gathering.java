package dev.larder.spi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For a store whose server can be asked several things at once: sends the questions of several
 * threads together. A question goes out at once as long as few requests are on their way; those
 * that come meanwhile wait for the next answer to arrive, and then go out as one request. How many
 * may be on their way follows from how far the server is: on the same machine, where the
 * processor's time is what is scarce, few; far away, where to wait for an answer takes long, many.
 * Where answers take much longer than the quickest of late, all the more go out, and fewer
 * together. Safe for use by several threads at once.
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

  /**
   * An answer that takes so much longer than the quickest is large, or comes from a server that has
   * become slow: either way nothing is to wait for others.
   */
  private static final long SLOW_NANOS = Duration.ofMillis(20).toNanos();

  private static final int SLOW_TIMES = 4;

  /** A request of which nothing was heard for so long holds up nobody: its answer may be lost. */
  private static final long LOST_NANOS = Duration.ofSeconds(2).toNanos();

  /** How many answers it takes to notice that the server is farther away than it was. */
  private static final int MEMORY = 4_096;

  private final Function<List<Q>, CompletionStage<List<A>>> server;
  private final LongSupplier nanoTime;
  private final Queue<Asked<Q, A>> waiting = new ArrayDeque<>();
  private final ArrayDeque<Request<Q, A>> onTheirWay = new ArrayDeque<>();
  private long quickestNanos = WAIT_NANOS;
  private int mostTogether = MOST_TOGETHER;
  private boolean isSlow;

  /**
   * For one server.
   *
   * @param server gives the answers in the order of the questions
   */
  public Gathering(Function<List<Q>, CompletionStage<List<A>>> server) {
    this(server, System::nanoTime);
  }

  Gathering(Function<List<Q>, CompletionStage<List<A>>> server, LongSupplier nanoTime) {
    this.server = server;
    this.nanoTime = nanoTime;
  }

  private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

  /** Questions that go out together; equal to no others. */
  private static final class Request<Q, A> {
    private final List<Asked<Q, A>> together;
    private final long begunNanos;

    Request(List<Asked<Q, A>> together, long begunNanos) {
      this.together = together;
      this.begunNanos = begunNanos;
    }

    List<Q> questions() {
      List<Q> questions = new ArrayList<>(together.size());
      together.forEach(asked -> questions.add(asked.question()));
      return questions;
    }

    void answer(@Nullable List<A> answers, @Nullable Throwable thrown) {
      for (int i = 0; i < together.size(); i++) {
        CompletableFuture<A> answer = together.get(i).answer();
        if (answers != null && i < answers.size()) {
          answer.complete(answers.get(i));
        } else {
          answer.completeExceptionally(
              thrown != null ? thrown : new IllegalStateException("too few answers"));
        }
      }
    }
  }

  /**
   * The answer; fails as the request does that the question went out with. Cancelled before that,
   * the question does not go out.
   */
  public CompletableFuture<A> ask(Q question) {
    Asked<Q, A> mine = new Asked<>(question, new CompletableFuture<>());
    try {
      send(orWait(mine));
    } catch (Throwable e) {
      // Nobody will wait for what it would bring.
      mine.answer().cancel(false);
      throw e;
    }
    return mine.answer();
  }

  private synchronized @Nullable Request<Q, A> orWait(Asked<Q, A> mine) {
    waiting.add(mine);
    return next();
  }

  /** What waits, if it may go out; from then on it is on its way. To be called under the lock. */
  private @Nullable Request<Q, A> next() {
    if (waiting.isEmpty() || !hasRoom()) {
      return null;
    }
    Request<Q, A> next = new Request<>(together(), nanoTime.getAsLong());
    if (next.together.isEmpty()) {
      return null;
    }
    onTheirWay.add(next);
    return next;
  }

  private boolean hasRoom() {
    if (onTheirWay.size() < allowed()) {
      return true;
    }
    long now = nanoTime.getAsLong();
    onTheirWay.removeIf(each -> now - each.begunNanos > LOST_NANOS);
    return onTheirWay.size() < allowed();
  }

  private int allowed() {
    long allowed = isSlow ? MOST_ON_THEIR_WAY : quickestNanos / WAIT_NANOS;
    return (int) Math.max(FEWEST_ON_THEIR_WAY, Math.min(MOST_ON_THEIR_WAY, allowed));
  }

  private List<Asked<Q, A>> together() {
    List<Asked<Q, A>> together = new ArrayList<>(Math.min(waiting.size(), mostTogether));
    while (together.size() < mostTogether && !waiting.isEmpty()) {
      Asked<Q, A> next = waiting.remove();
      if (!next.answer().isDone()) {
        together.add(next);
      }
    }
    return together;
  }

  /** In a loop: where requests fail at once, what waits would fill the stack. */
  private void send(@Nullable Request<Q, A> first) {
    Request<Q, A> request = first;
    while (request != null) {
      request = begin(request);
    }
  }

  /** Gives what is to be sent next, if that is known already. */
  private @Nullable Request<Q, A> begin(Request<Q, A> request) {
    CompletableFuture<List<A>> answers = answers(request);
    CompletionStage<List<A>> stage = answers;
    if (!answers.isDone()) {
      stage.whenComplete((found, thrown) -> end(request, found, thrown));
      return null;
    }
    stage.whenComplete(request::answer);
    return ended(request, !answers.isCompletedExceptionally());
  }

  private CompletableFuture<List<A>> answers(Request<Q, A> request) {
    try {
      return server.apply(request.questions()).toCompletableFuture();
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void end(Request<Q, A> request, @Nullable List<A> found, @Nullable Throwable thrown) {
    try {
      // First, so that what they ask next may go out with what waits.
      request.answer(found, thrown);
    } finally {
      send(ended(request, thrown == null));
    }
  }

  private synchronized @Nullable Request<Q, A> ended(Request<Q, A> request, boolean isAnswered) {
    onTheirWay.remove(request);
    if (isAnswered) {
      learn(nanoTime.getAsLong() - request.begunNanos);
    }
    return next();
  }

  /** The quickest of late tells how far the server is, whatever else the machine has to do. */
  private void learn(long tookNanos) {
    quickestNanos = Math.min(tookNanos, quickestNanos + quickestNanos / MEMORY + 1);
    isSlow = tookNanos > SLOW_NANOS + SLOW_TIMES * quickestNanos;
    mostTogether =
        isSlow ? Math.max(1, mostTogether / 2) : Math.min(MOST_TOGETHER, mostTogether * 2);
  }
}
