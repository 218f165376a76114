package dev.larder.benchmarks.faults;

/**
 * One row of the table. Times are in milliseconds.
 *
 * @param name of the fault
 * @param exceptions that callers saw
 * @param before of calls before the fault
 * @param during of calls while it lasted
 * @param after of calls when the store was asked again
 * @param recovery from the end of the fault until the store had answered reads again
 * @param outdated reads of what an acknowledged evict had made outdated longer ago than the bound
 * @param wrong reads of what never was in the source
 * @param writes each followed by an evict
 * @param unconfirmed evicts that the store did not confirm
 * @param late from the end of the fault until the last read of what an evict that was late or not
 *     confirmed had made outdated
 * @param servers what the servers counted
 */
record Result(
    String name,
    String exceptions,
    Calls before,
    Calls during,
    Calls after,
    double recovery,
    long outdated,
    long wrong,
    long writes,
    long unconfirmed,
    double late,
    Servers servers) {
  private static final String NO_EXCEPTIONS = "0";

  /** Whether callers saw what no fault is to let them see. */
  boolean breaksPromise() {
    return !exceptions.equals(NO_EXCEPTIONS) || outdated > 0 || wrong > 0;
  }

  /**
   * How long the calls of a phase took.
   *
   * @param count how many there were
   * @param p99 what one of a hundred took at least
   * @param longest of them
   */
  record Calls(int count, double p99, double longest) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Calls of(long[] sorted) {
      int count = sorted.length;
      return count == 0
          ? new Calls(0, Double.NaN, Double.NaN)
          : new Calls(
              count,
              sorted[(int) (count * 0.99)] / NANOS_PER_MILLI,
              sorted[count - 1] / NANOS_PER_MILLI);
    }
  }

  /**
   * What the servers counted.
   *
   * @param connectionsBefore the fault
   * @param connectionsAfter it
   * @param commandsAfter it, in as long as the phase after it took
   */
  record Servers(long connectionsBefore, long connectionsAfter, long commandsAfter) {}

  static Result of(String name, Load load, long end, long recovered, Servers servers) {
    return new Result(
        name,
        exceptions(load),
        Calls.of(load.times(Phase.BEFORE)),
        Calls.of(load.times(Phase.DURING)),
        Calls.of(load.times(Phase.AFTER)),
        recovered == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : millis(recovered - end),
        load.outdated(),
        load.wrong(),
        load.writes(),
        load.unconfirmed(),
        load.lastOverwritten() == 0 ? 0 : Math.max(0, millis(load.lastOverwritten() - end)),
        servers);
  }

  private static String exceptions(Load load) {
    return load.exceptions().isEmpty()
        ? NO_EXCEPTIONS
        : load.exceptions().size() + ", such as " + load.exceptions().get(0);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
