package dev.larder.benchmarks.hits;

import dev.larder.benchmarks.Report;
import dev.larder.benchmarks.Report.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code benchmarks/run hits [--quick]}: the generated decorator beside a hand-written cache. */
public final class Hits {
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("generatedLong", "handLong"),
          new Pair("generatedString", "handString"),
          new Pair("generatedTwoParts", "handTwoParts"),
          new Pair("generatedThreeParts", "handThreeParts"));

  private Hits() {}

  /**
   * Measures, prints a table and writes it as JSON.
   *
   * @param arguments {@code --quick} for a look instead of a measurement
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    boolean quick = List.of(arguments).contains("--quick");
    Collection<RunResult> results = new ArrayList<>();
    for (int threads : new int[] {1, 2}) {
      results.addAll(new Runner(options(quick).threads(threads).build()).run());
    }
    Report report = Report.of(results, PAIRS);
    report.write("hits" + (quick ? "-quick" : ""));
    report.print("ratio hit generated/hand-written");
  }

  private static ChainedOptionsBuilder options(boolean quick) {
    return new OptionsBuilder()
        .include(HitBenchmark.class.getName() + "\\..*")
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseG1GC")
        .forks(quick ? 1 : 2)
        .warmupIterations(quick ? 2 : 5)
        .warmupTime(TimeValue.milliseconds(quick ? 500 : 700))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(TimeValue.milliseconds(quick ? 500 : 700));
  }
}
