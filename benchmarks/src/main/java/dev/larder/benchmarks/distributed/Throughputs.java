package dev.larder.benchmarks.distributed;

import static dev.larder.benchmarks.RunJson.number;

import dev.larder.benchmarks.RunJson;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * How many calls a second there were.
 *
 * @param rows sorted by store, threads and name
 */
record Throughputs(List<Row> rows) {
  /**
   * One benchmark on one store at one number of threads.
   *
   * @param calls a second, of all threads together
   * @param error half the width of the 99.9 % confidence interval of {@code calls}
   */
  record Row(String store, int threads, String name, double calls, double error) {}

  static Throughputs of(Collection<RunResult> results) {
    return new Throughputs(
        results.stream()
            .map(Throughputs::row)
            .sorted(
                Comparator.comparing(Row::store)
                    .thenComparing(Row::threads)
                    .thenComparing(Row::name))
            .toList());
  }

  private static Row row(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return new Row(
        result.getParams().getParam("store"),
        result.getParams().getThreads(),
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError());
  }

  void print() {
    System.out.printf("%n%-10s %7s %-11s %12s %10s%n", "store", "threads", "call", "calls/s", "+-");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-10s %7d %-11s %12.0f %10.0f%n",
          row.store,
          row.threads,
          row.name,
          row.calls,
          row.error);
    }
  }

  String json() {
    return RunJson.list("throughputs", rows, Throughputs::json);
  }

  private static String json(Row row) {
    return "{\"store\": \"%s\", \"threads\": %d, \"call\": \"%s\", \"calls\": %s, \"error\": %s}"
        .formatted(
            row.store(), row.threads(), row.name(), number(row.calls()), number(row.error()));
  }
}
