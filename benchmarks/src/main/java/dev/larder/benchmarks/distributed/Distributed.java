package dev.larder.benchmarks.distributed;

import dev.larder.benchmarks.Results;
import dev.larder.benchmarks.RunJson;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * {@code benchmarks/run distributed [--quick]}: caches on one Redis and one Memcached of this
 * machine, beside the clients that their stores use.
 */
public final class Distributed {
  private Distributed() {}

  /**
   * Measures, prints tables and writes them as JSON.
   *
   * @param arguments {@code --quick} for a look instead of a measurement
   */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException, ExecutionException {
    boolean quick = List.of(arguments).contains("--quick");
    Throughputs throughputs;
    Ratios ratios;
    try (RedisServer redis = RedisServer.redis().start();
        MemcachedServer memcached = MemcachedServer.memcached().start()) {
      Collection<RunResult> results = new ArrayList<>();
      for (int threads : quick ? new int[] {8} : new int[] {1, 8, 32}) {
        results.addAll(new Runner(options(quick, redis, memcached).threads(threads).build()).run());
      }
      throughputs = Throughputs.of(results);
      System.setProperty("larder.benchmark.redis", redis.uri());
      System.setProperty("larder.benchmark.memcached", memcached.hostAndPort());
      ratios = Ratios.measure(quick);
    }
    Sizes sizes = Sizes.measure(quick);
    String name = "distributed" + (quick ? "-quick" : "");
    Results.write(
        name,
        new RunJson(name)
            .text(String.join(",\n", throughputs.json(), ratios.json(), sizes.json())));
    sizes.print();
    throughputs.print();
    ratios.print();
  }

  private static ChainedOptionsBuilder options(
      boolean quick, RedisServer redis, MemcachedServer memcached) {
    return new OptionsBuilder()
        .include(DistributedBenchmark.class.getName() + "\\..*")
        .jvmArgsAppend(
            "-Xms1g",
            "-Xmx1g",
            "-Dlarder.benchmark.redis=" + redis.uri(),
            "-Dlarder.benchmark.memcached=" + memcached.hostAndPort())
        .forks(1)
        // What is compiled for a client takes seconds, as it shares the processors with its server.
        .warmupIterations(quick ? 4 : 7)
        .warmupTime(TimeValue.milliseconds(1_000))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(TimeValue.milliseconds(1_000));
  }
}
