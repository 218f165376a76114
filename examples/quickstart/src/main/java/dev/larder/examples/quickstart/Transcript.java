package dev.larder.examples.quickstart;

import dev.larder.CacheStats;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Prints what the shop does: each call with its answer, where that came from, and its time. */
final class Transcript {
  private final PrintStream out;
  private final IntSupplier statements;
  private final LongSupplier distributedHits;
  private int step;

  /**
   * A transcript.
   *
   * @param statements how many statements the database was given so far
   * @param distributedHits how often a server behind the local tier answered so far
   */
  Transcript(PrintStream out, IntSupplier statements, LongSupplier distributedHits) {
    this.out = out;
    this.statements = statements;
    this.distributedHits = distributedHits;
  }

  /** What a step calls. */
  interface Call {
    Object run() throws SQLException;
  }

  /** What a step calls for its effect. */
  interface Action {
    void run() throws SQLException;
  }

  /** Begins a step. */
  void step(String title, String explanation) {
    step++;
    out.printf("%n%d. %s%n", step, title);
    explanation.lines().forEach(line -> out.println("   " + line));
    out.println();
  }

  /** A line of the step. */
  void say(String format, Object... arguments) {
    out.printf(Locale.ROOT, "   " + format + "%n", arguments);
  }

  /** Makes a call and prints what it answers. */
  void call(String code, Call call) throws SQLException {
    Counted before = counted();
    long start = System.nanoTime();
    Object answer = call.run();
    print(code, answer.toString(), before, System.nanoTime() - start);
  }

  /** Makes a call that answers nothing, and prints it. */
  void call(String code, Action action) throws SQLException {
    Call call =
        () -> {
          action.run();
          return "";
        };
    call(code, call);
  }

  /** Makes a call that is to fail, and prints the exception. */
  void failure(String code, Call call) {
    Counted before = counted();
    long start = System.nanoTime();
    try {
      call.run();
    } catch (SQLException e) {
      print(code, e.getClass().getSimpleName(), before, System.nanoTime() - start);
      return;
    }
    throw new IllegalStateException(code + " was to fail");
  }

  private void print(String code, String answer, Counted before, long nanos) {
    say("%-31s %-29s %-11s %9s", code, answer, counted().sourceSince(before), time(nanos));
  }

  private Counted counted() {
    return new Counted(statements.getAsInt(), distributedHits.getAsLong());
  }

  /** What had been asked at some moment. */
  private record Counted(int statements, long distributedHits) {
    String sourceSince(Counted before) {
      if (statements != before.statements) {
        return "database";
      }
      return distributedHits == before.distributedHits ? "local tier" : "distributed";
    }
  }

  /** The counters of each cache, as a table. */
  void stats(Map<String, CacheStats> stats) {
    say("%-10s %9s %9s %9s %9s %9s", "cache", "hits", "misses", "loads", "failed", "hit ratio");
    stats.forEach(
        (cache, of) ->
            say(
                "%-10s %,9d %,9d %,9d %,9d %9.3f",
                cache, of.hits(), of.misses(), of.loads(), of.loadFailures(), of.hitRatio()));
  }

  /** A time in the unit that suits it. */
  static String time(long nanos) {
    if (nanos < 10_000) {
      return nanos + " ns";
    }
    return nanos < 1_000_000
        ? String.format(Locale.ROOT, "%.1f us", nanos / 1e3)
        : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
