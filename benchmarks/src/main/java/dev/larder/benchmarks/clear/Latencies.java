package dev.larder.benchmarks.clear;

import java.util.Arrays;
import java.util.Locale;

/** How long each of some calls took, in nanoseconds and in order of length. */
record Latencies(long[] sorted) {
  static Latencies of(long[] nanos, int count) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /** In microseconds. */
  double percentile(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "{\"calls\": %d, \"p50Micros\": %.0f, \"p99Micros\": %.0f, \"p999Micros\": %.0f,"
            + " \"maxMicros\": %.0f}",
        sorted.length,
        percentile(0.5),
        percentile(0.99),
        percentile(0.999),
        percentile(1));
  }
}
