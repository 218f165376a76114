package dev.larder.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * What one run measured.
 *
 * @param rows a row for each benchmark and number of threads
 * @param ratios of the pairs
 */
public record Report(List<Row> rows, List<Ratio> ratios) {
  /** Copies its lists. */
  public Report {
    rows = List.copyOf(rows);
    ratios = List.copyOf(ratios);
  }

  /**
   * One benchmark at one number of threads.
   *
   * @param name the benchmark
   * @param threads how many called at a time
   * @param nanos nanoseconds for a call, the mean of all iterations
   * @param error half the width of the 99.9 % confidence interval of {@code nanos}
   * @param bytes bytes allocated by a call
   */
  public record Row(String name, int threads, double nanos, double error, double bytes) {}

  /**
   * Two benchmarks to be compared.
   *
   * @param ours what is to be cheap
   * @param baseline what it is compared with
   */
  public record Pair(String ours, String baseline) {}

  /**
   * How two benchmarks compare.
   *
   * @param pair the two
   * @param threads how many called at a time
   * @param ratio ours to the baseline, in time for a call
   * @param extraBytes how many bytes more than the baseline's a call of ours allocates
   */
  public record Ratio(Pair pair, int threads, double ratio, double extraBytes) {}

  /** The report of a run. */
  public static Report of(Collection<RunResult> results, List<Pair> pairs) {
    List<Row> rows = results.stream().map(Report::row).toList();
    List<Ratio> ratios =
        rows.stream()
            .mapToInt(Row::threads)
            .distinct()
            .boxed()
            .flatMap(threads -> pairs.stream().map(pair -> ratio(rows, pair, threads)))
            .toList();
    return new Report(rows, ratios);
  }

  private static Row row(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return new Row(
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        result.getParams().getThreads(),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  private static Ratio ratio(List<Row> rows, Pair pair, int threads) {
    Row ours = find(rows, pair.ours(), threads);
    Row baseline = find(rows, pair.baseline(), threads);
    return new Ratio(
        pair, threads, ours.nanos() / baseline.nanos(), ours.bytes() - baseline.bytes());
  }

  private static Row find(List<Row> rows, String name, int threads) {
    return rows.stream()
        .filter(row -> row.name().equals(name) && row.threads() == threads)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no benchmark " + name));
  }

  /** The median of the ratios. */
  public double medianRatio() {
    double[] sorted = ratios.stream().mapToDouble(Ratio::ratio).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Prints the table; its last line is the median ratio under the given name. */
  public void print(String ratioName) {
    PrintStream out = System.out;
    out.printf(
        "%n%-22s %7s %12s %10s %12s%n", "benchmark", "threads", "ns/call", "+-", "bytes/call");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-22s %7d %12.1f %10.1f %12.1f%n",
          row.name(),
          row.threads(),
          row.nanos(),
          row.error(),
          row.bytes());
    }
    out.printf("%n%-42s %7s %12s %12s%n", "pair", "threads", "ratio", "extra bytes");
    for (Ratio ratio : ratios) {
      out.printf(
          Locale.ROOT,
          "%-42s %7d %12.2f %12.1f%n",
          ratio.pair().ours() + " / " + ratio.pair().baseline(),
          ratio.threads(),
          ratio.ratio(),
          ratio.extraBytes());
    }
    out.printf(Locale.ROOT, "%n%s: %.2f%n", ratioName, medianRatio());
  }

  /** Writes the report, dated and with what it was measured on, into the folder of results. */
  public void write(String name) throws IOException {
    Results.write(name, new ReportJson(this, name).text());
  }
}
