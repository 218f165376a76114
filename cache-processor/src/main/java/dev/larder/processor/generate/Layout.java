package dev.larder.processor.generate;

import java.util.stream.Collectors;

/** Lays a source text out as people do, where JavaPoet leaves no choice. */
final class Layout {
  /** What follows a comma at the end of a line of a class's or a nested class's members. */
  private static final String SIGNATURE_CONTINUES =
      "(?m)(?<=^ {2,4}\\S[^\n\"]{0,200}\\([^\n\"]{0,200},)\\n +(?=\\S)";

  private Layout() {}

  static String of(String source) {
    return source
        // a Javadoc of one line on one line
        .replaceAll("/\\*\\*\\n +\\* (.*)\\n +\\*/", "/** $1 */")
        // no blank line between fields of a kind
        .replaceAll("(?m)(^ +private final [^(\\n]*;\\n)\\n(?= +private final [^(\\n]*;$)", "$1")
        // the end of an annotation
        .replaceAll("(?m)^ {4}\\}\\n\\)$", "    })")
        // a signature, to be broken where people break it
        .replaceAll("\\s+throws\\s+", " throws ")
        .replaceAll(SIGNATURE_CONTINUES, " ")
        // a constructor that does nothing
        .replaceAll("\\{\\n +}\\n", "{}\n")
        .replaceAll("(?m) +$", "")
        .lines()
        .map(Layout::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** {@code Map.@Nullable Entry}; a line with a text in it is left as it is. */
  private static String line(String line) {
    return LongLines.broken(line.contains("\"") ? line : line.replace(". @", ".@"));
  }
}
