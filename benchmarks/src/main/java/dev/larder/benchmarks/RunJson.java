package dev.larder.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was measured, when, by which command and on what, as JSON. Every text in it is a name of
 * ours or of the Java platform.
 *
 * @param name of the benchmark; one that ends in {@code -quick} was only a look
 */
public record RunJson(String name) {
  /** The whole text, with the members of what was measured. */
  public String text(String members) {
    return """
        {
          "command": "%s",
          "date": "%s",
          "machine": "%s, %d processors",
          "jdk": "%s %s",
        %s
        }
        """
        .formatted(
            "benchmarks/run " + name.replace("-quick", " --quick"),
            LocalDate.now(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.vm.name"),
            Runtime.version(),
            members);
  }

  /** A member that is a list, one item on a line. */
  public static <T> String list(String member, List<T> items, Function<T, String> line) {
    return items.stream()
        .map(item -> "    " + line.apply(item))
        .collect(Collectors.joining(",\n", "  \"" + member + "\": [\n", "\n  ]"));
  }

  /** A number, or null for what is none. */
  public static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "null";
  }
}
