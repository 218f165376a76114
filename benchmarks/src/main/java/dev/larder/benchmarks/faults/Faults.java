package dev.larder.benchmarks.faults;

import static dev.larder.benchmarks.RunJson.number;

import dev.larder.benchmarks.Results;
import dev.larder.benchmarks.RunJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code benchmarks/run faults [--quick] [words of a row]}: real servers are killed, paused, cut
 * off, filled up and fooled while sixteen threads call caches over them.
 */
public final class Faults {
  private Faults() {}

  /**
   * Measures, prints the table, and writes it as JSON and as a page of the guide. Then it fails if
   * a promise was broken in any row.
   *
   * @param arguments {@code --quick} for a look, which writes no page; whatever else is there
   *     chooses the rows whose names have it
   */
  public static void main(String[] arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean quick = words.remove("--quick");
    Experiment experiment =
        quick
            ? new Experiment(Duration.ofMillis(1_500), Duration.ofSeconds(3))
            : new Experiment(Duration.ofSeconds(3), Duration.ofSeconds(10));
    List<Result> results = new ArrayList<>();
    for (Fault fault : FaultList.all()) {
      if (words.stream().allMatch(fault.name()::contains)) {
        System.out.println(fault.name());
        results.add(experiment.run(fault));
        System.out.println("  " + results.get(results.size() - 1));
      }
    }
    FaultsPage page = new FaultsPage(results, experiment);
    System.out.println(page.table());
    if (words.isEmpty()) {
      String name = "faults" + (quick ? "-quick" : "");
      Results.write(name, new RunJson(name).text(RunJson.list("rows", results, Faults::json)));
    }
    if (words.isEmpty() && !quick) {
      page.write();
    }
    List<String> broken = results.stream().filter(Result::breaksPromise).map(Result::name).toList();
    if (!broken.isEmpty()) {
      System.err.println(
          "Callers saw an exception, an outdated or a wrong value: " + String.join("; ", broken));
      System.exit(1);
    }
  }

  private static String json(Result result) {
    return """
        {"fault": "%s", "exceptions": "%s", "before": %s, "during": %s, "after": %s, \
        "recovery_ms": %s, "outdated": %d, "wrong": %d, "writes": %d, "unconfirmed": %d, \
        "late_ms": %s, "connections": [%d, %d], "commands_after": %d}"""
        .formatted(
            result.name(),
            result.exceptions().replace('"', '\''),
            calls(result.before()),
            calls(result.during()),
            calls(result.after()),
            number(result.recovery()),
            result.outdated(),
            result.wrong(),
            result.writes(),
            result.unconfirmed(),
            number(result.late()),
            result.servers().connectionsBefore(),
            result.servers().connectionsAfter(),
            result.servers().commandsAfter());
  }

  private static String calls(Result.Calls calls) {
    return "{\"calls\": %d, \"p99_ms\": %s, \"longest_ms\": %s}"
        .formatted(calls.count(), number(calls.p99()), number(calls.longest()));
  }
}
