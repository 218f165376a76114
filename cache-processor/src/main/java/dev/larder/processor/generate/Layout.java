package dev.larder.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lays a source text out as people do, where JavaPoet leaves no choice. */
final class Layout {
  /** A line of a class's or a nested class's members that ends inside of a signature. */
  private static final Pattern OPEN_SIGNATURE =
      Pattern.compile(" {2}(?: {2})?(?!return )\\S[^\"]*\\((?:[^\"]*,)?");

  private Layout() {}

  static String of(String source) {
    return withWholeSignatures(replaced(source)).stream()
        .map(Layout::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String replaced(String source) {
    return source
        // a Javadoc of one line on one line
        .replaceAll("/\\*\\*\\n +\\* (.*)\\n +\\*/", "/** $1 */")
        // no blank line between fields of a kind
        .replaceAll("(?m)(^ +private final [^(\\n]*;\\n)\\n(?= +private final [^(\\n]*;$)", "$1")
        // the end of an annotation
        .replaceAll("(?m)^ {4}\\}\\n\\)$", "    })")
        // a signature, to be broken where people break it
        .replaceAll("( throws|\\n +throws)\\n +|\\n +throws ", " throws ")
        // a constructor that does nothing
        .replaceAll("\\{\\n +}\\n", "{}\n")
        .replaceAll("(?m) +$", "");
  }

  private static List<String> withWholeSignatures(String source) {
    List<String> lines = new ArrayList<>();
    for (String line : source.lines().toList()) {
      int last = lines.size() - 1;
      if (last >= 0 && OPEN_SIGNATURE.matcher(lines.get(last)).matches()) {
        String blank = lines.get(last).endsWith("(") ? "" : " ";
        lines.set(last, lines.get(last) + blank + line.strip());
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  /** {@code Map.@Nullable Entry}; a line with a text in it is left as it is. */
  private static String line(String line) {
    return LongLines.broken(line.contains("\"") ? line : line.replace(". @", ".@"));
  }
}
