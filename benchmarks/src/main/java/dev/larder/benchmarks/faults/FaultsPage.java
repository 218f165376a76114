package dev.larder.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The table as a page of the guide.
 *
 * @param results its rows
 * @param experiment how they were measured
 */
record FaultsPage(List<Result> results, Experiment experiment) {
  private static final String HEAD =
      """
      | what happens | exceptions | p99 before, during, after (ms) | longest call (ms) | \
      recovery (ms) | outdated | wrong | evicts: all, unconfirmed | late for (ms) | \
      connections before, after |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  void write() throws IOException {
    Path file = Path.of(System.getProperty("larder.docs", "docs"), "guide", "faults.md");
    Files.writeString(file, text());
    System.out.println("Written to " + file);
  }

  String table() {
    return HEAD + results.stream().map(FaultsPage::row).collect(Collectors.joining());
  }

  private static String row(Result result) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s, %s, %s | %s | %s | %d | %d | %d, %d | %s | %d, %d |%n",
        result.name(),
        result.exceptions(),
        millis(result.before().p99()),
        millis(result.during().p99()),
        millis(result.after().p99()),
        millis(result.during().longest()),
        millis(result.recovery()),
        result.outdated(),
        result.wrong(),
        result.writes(),
        result.unconfirmed(),
        millis(result.late()),
        result.servers().connectionsBefore(),
        result.servers().connectionsAfter());
  }

  private static String millis(double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value)
        : "-";
  }

  private String text() {
    return String.format(
        Locale.ROOT,
        """
        # Faults

        What callers see when a store breaks. This page is written by the command that measured it, `benchmarks/run faults`,
        on %s (%s, %d processors, %s).

        Each row is a real server (or several) that something happens to for %d seconds. Meanwhile %d threads call two caches over
        it, one without and one with a local tier, every few milliseconds; a miss costs a load of 1 ms. A thread of the same
        process and one of another write the source and evict, a hundred times a second together. Stores and chains have no
        settings but a time to live of a minute; the local tier has a `max-staleness` of %d ms, and before Memcached, which carries
        no messages, a time to live of %d ms. Evicts see to it that some calls load at all times.

        %s
        - **exceptions**: what the callers of a cache were thrown by reads. A fault is to cost a load, never an exception (I2).
        - **p99**, **longest call**: of the cache without a local tier, which has to ask the store at each call.
        - **recovery**: from the end of the fault (of a failover: from its beginning) until the store had answered %d reads again.
        - **outdated**: reads of what an acknowledged evict had made outdated: at all in the cache without a local tier; longer ago
          than that bound in the other one (I5, I6). **wrong**: reads of what never was in the source (I8).
        - **unconfirmed**: evicts that the store did not confirm, of all. **late for**: how long after the fault a read last got a
          value that such an evict, or one still under way, was to remove.
        - **connections**: those that the servers counted, two processes' and the test's own, three seconds after the store answered again.
          Redisson closes what it opened for a burst when nobody has needed it for ten seconds: no outage adds to the one before.
        """,
        LocalDate.now(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        experiment.trouble().toSeconds(),
        Load.THREADS,
        Caches.MAX_STALENESS.toMillis(),
        Caches.LOCAL_TTL.toMillis(),
        table(),
        Experiment.HITS_OF_RECOVERY);
  }
}
