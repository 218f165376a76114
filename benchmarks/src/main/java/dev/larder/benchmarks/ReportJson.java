package dev.larder.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as JSON; every text in it is a name of ours or of the Java platform. */
final class ReportJson {
  private final Report report;
  private final String command;

  ReportJson(Report report, String name) {
    this.report = report;
    this.command = "benchmarks/run " + name.replace("-quick", " --quick");
  }

  String text() {
    return """
        {
          "command": "%s",
          "date": "%s",
          "machine": "%s, %d processors",
          "jdk": "%s %s",
          "benchmarks": [
        %s
          ],
          "ratios": [
        %s
          ],
          "median_ratio": %s
        }
        """
        .formatted(
            command,
            LocalDate.now(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.vm.name"),
            Runtime.version(),
            lines(report.rows(), ReportJson::row),
            lines(report.ratios(), ReportJson::ratio),
            number(report.medianRatio()));
  }

  private static <T> String lines(List<T> items, Function<T, String> line) {
    return items.stream().map(item -> "    " + line.apply(item)).collect(Collectors.joining(",\n"));
  }

  private static String row(Report.Row row) {
    return "{\"name\": \"%s\", \"threads\": %d, \"nanos\": %s, \"error\": %s, \"bytes\": %s}"
        .formatted(
            row.name(),
            row.threads(),
            number(row.nanos()),
            number(row.error()),
            number(row.bytes()));
  }

  private static String ratio(Report.Ratio ratio) {
    return "{\"ours\": \"%s\", \"baseline\": \"%s\", \"threads\": %d, \"ratio\": %s, \"extra_bytes\": %s}"
        .formatted(
            ratio.pair().ours(),
            ratio.pair().baseline(),
            ratio.threads(),
            number(ratio.ratio()),
            number(ratio.extraBytes()));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "null";
  }
}
