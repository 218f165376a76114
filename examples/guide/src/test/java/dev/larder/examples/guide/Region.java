package dev.larder.examples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some lines of a source file: those between {@code // region name} and {@code // endregion}, or,
 * where the name ends in parentheses, as for generated files, a method.
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
    String code = String.join("\n", name.endsWith("()") ? method(lines) : region(lines));
    // A blank last line would count as one without indentation.
    return code.stripTrailing().stripIndent().lines().toList();
  }

  private List<String> region(List<String> lines) {
    int begin = lines.stream().map(String::strip).toList().indexOf("// region " + name);
    if (begin < 0) {
      throw new IllegalArgumentException(file + " has no region \"" + name + "\"");
    }
    return lines.stream()
        .skip(begin + 1L)
        .takeWhile(line -> !line.strip().equals("// endregion"))
        .toList();
  }

  /** From its annotation to its closing brace. */
  private List<String> method(List<String> lines) {
    String start = " " + name.replace(")", "");
    int begin = 0;
    while (!(lines.get(begin).strip().startsWith("public") && lines.get(begin).contains(start))) {
      begin++;
    }
    String margin = " ".repeat(lines.get(begin).indexOf("public"));
    int end = begin + lines.subList(begin, lines.size()).indexOf(margin + "}");
    boolean isOverride = lines.get(begin - 1).equals(margin + "@Override");
    return lines.subList(isOverride ? begin - 1 : begin, end + 1);
  }
}
