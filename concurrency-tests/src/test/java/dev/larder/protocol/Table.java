package dev.larder.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a test's searches came to, for people: a table, and the traces below it. */
final class Table {
  private static final String HEAD =
      "%-44s %12s %6s %10s  %s".formatted("protocol", "states", "depth", "time", "outcome");

  private final String name;
  private final List<Finding> findings = new ArrayList<>();

  Table(String name) {
    this.name = name;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Prints the table, and writes it with the traces to the module's target. */
  void print() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    findings.forEach(each -> lines.add(each.row()));
    long states = findings.stream().mapToLong(Finding::states).sum();
    lines.add("%-44s %,12d".formatted("states in all", states));
    lines.forEach(System.out::println);
    for (Finding finding : findings) {
      if (finding.broken() != null) {
        lines.add("");
        lines.add(finding.name() + " (store: value@its generation of the valid one):");
        finding.trace().forEach(step -> lines.add("  " + step));
      }
    }
    Files.write(Path.of("target", "protocol-" + name + ".txt"), lines);
  }
}
