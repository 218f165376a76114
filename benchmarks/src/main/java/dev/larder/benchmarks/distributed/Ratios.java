package dev.larder.benchmarks.distributed;

import static dev.larder.benchmarks.RunJson.number;

import dev.larder.benchmarks.RunJson;
import dev.larder.benchmarks.distributed.Turns.Ratio;
import dev.larder.benchmarks.distributed.Turns.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * What caches do of what the clients alone do, measured by turns.
 *
 * @param rows those of one store together; last of all what is promised
 */
record Ratios(List<Row> rows) {
  private static final int THREADS = 8;

  /**
   * One call beside the client's.
   *
   * @param what is measured, in words
   */
  record Row(String store, String what, Ratio ratio) {}

  /** Measures on the servers whose addresses {@link DistributedBenchmark} finds in properties. */
  static Ratios measure(boolean quick) throws InterruptedException, ExecutionException {
    List<Row> others = new ArrayList<>();
    List<Row> gets = new ArrayList<>();
    for (String store : List.of("redis", "memcached")) {
      Rounds rounds = rounds(store, quick);
      others.add(row(store, "get with local misses and leases", rounds, "miss", "rawGet"));
      others.add(row(store, "put", rounds, "put", "rawPut"));
      others.add(row(store, "bulk", rounds, "bulk", "rawBulk"));
      gets.add(row(store, "get", rounds, "get", "rawGet"));
    }
    others.addAll(gets);
    return new Ratios(List.copyOf(others));
  }

  private static Row row(String store, String what, Rounds rounds, String ours, String raw) {
    return new Row(store, what, rounds.ratio(ours, raw));
  }

  private static Rounds rounds(String store, boolean quick)
      throws InterruptedException, ExecutionException {
    DistributedBenchmark calls = new DistributedBenchmark();
    calls.store = store;
    calls.open();
    try {
      return new Turns(THREADS, quick ? 250 : 500)
          .with("rawGet", calls::rawGet)
          .with("get", calls::larderGet)
          .with("miss", calls::missGet)
          .with("rawPut", calls::rawPut)
          .with("put", calls::larderPut)
          .with("rawBulk", calls::rawBulk)
          .with("bulk", calls::larderBulk)
          .measure(quick ? 10 : 15, quick ? 15 : 31);
    } finally {
      calls.close();
    }
  }

  void print() {
    System.out.printf(
        "%nBy turns, at %d threads: the middle half of the rounds, and their median%n", THREADS);
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-10s %-33s %5.2f .. %5.2f%n",
          row.store,
          row.what,
          row.ratio.low(),
          row.ratio.high());
    }
    System.out.println();
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT, "ratio %s larder/raw %s: %.2f%n", row.what, row.store, row.ratio.median());
    }
  }

  String json() {
    return RunJson.list("ratios", rows, Ratios::json);
  }

  private static String json(Row row) {
    return "{\"store\": \"%s\", \"call\": \"%s\", \"median\": %s, \"low\": %s, \"high\": %s}"
        .formatted(
            row.store,
            row.what,
            number(row.ratio.median()),
            number(row.ratio.low()),
            number(row.ratio.high()));
  }
}
