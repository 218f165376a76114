package dev.larder.benchmarks.clear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param count of the entries, and of the keys of others
 * @param clearNanos what the caller waits for
 * @param reclaimNanos until the server had room again
 * @param before the reads before the clear
 * @param during the reads from the clear until the server had room again
 */
record ClearReport(
    int count, long clearNanos, long reclaimNanos, Latencies before, Latencies during) {
  void print() {
    System.out.printf(
        Locale.ROOT,
        "%,d entries cleared beside %,d keys of others, which were not touched%n"
            + "clear: %.2f ms%nroom again after: %.1f s%n"
            + "GET before: %s%nGET during: %s%n"
            + "p99 of a parallel GET before and during: %.0f us, %.0f us%n",
        count,
        count,
        clearNanos / 1e6,
        reclaimNanos / 1e9,
        before,
        during,
        before.percentile(0.99),
        during.percentile(0.99));
  }

  /** Writes the figures beside those of the other benchmarks. */
  void write() throws IOException {
    Path file =
        Path.of(System.getProperty("larder.results", "."), "clear-" + LocalDate.now() + ".json");
    Files.writeString(file, json());
    System.out.println("Written to " + file);
  }

  private String json() {
    return String.format(
        Locale.ROOT,
        """
        {
          "command": "benchmarks/run clear",
          "date": "%s",
          "machine": "%s %s, %d processors",
          "jdk": "%s",
          "entries": %d,
          "keysOfOthers": %d,
          "clearMillis": %.3f,
          "roomAgainSeconds": %.1f,
          "getBefore": %s,
          "getDuring": %s
        }
        """,
        LocalDate.now(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.version"),
        count,
        count,
        clearNanos / 1e6,
        reclaimNanos / 1e9,
        before,
        during);
  }
}
