package dev.larder.benchmarks;

import static dev.larder.benchmarks.RunJson.number;

/** A report as JSON. */
final class ReportJson {
  private final Report report;
  private final String name;

  ReportJson(Report report, String name) {
    this.report = report;
    this.name = name;
  }

  String text() {
    return new RunJson(name)
        .text(
            String.join(
                ",\n",
                RunJson.list("benchmarks", report.rows(), ReportJson::row),
                RunJson.list("ratios", report.ratios(), ReportJson::ratio),
                "  \"median_ratio\": " + number(report.medianRatio())));
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
}
