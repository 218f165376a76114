package dev.larder.examples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some lines of a source file, between {@code // region name} and {@code // endregion}.
 *
 * @param file where they stand
 * @param name what they are called there
 */
record Region(Path file, String name) {
  private static final Pattern MARK = Pattern.compile("<!-- (\\S+)#(\\S+) -->");

  /** The region that a mark on a page names, as in {@code <!-- path/of/Source.java#name -->}. */
  static Region named(Path root, String mark) {
    Matcher matcher = MARK.matcher(mark);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "above a block of Java code, name its source: <!-- path#region -->, not \""
              + mark
              + "\"");
    }
    return new Region(root.resolve(matcher.group(1)), matcher.group(2));
  }

  /** The lines, moved to the left margin. */
  List<String> code() throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> stripped = lines.stream().map(String::strip).toList();
    int begin = stripped.indexOf("// region " + name);
    if (begin < 0) {
      throw new IllegalArgumentException(file + " has no region \"" + name + "\"");
    }
    List<String> rest = lines.subList(begin + 1, lines.size());
    List<String> code =
        rest.stream().takeWhile(line -> !line.strip().equals("// endregion")).toList();
    return String.join("\n", code).stripIndent().lines().toList();
  }
}
