package dev.larder.processor.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A source that is wrong, and all that is to be said about it. Its first lines are the
 * expectations, {@code //1 error [Id] text}; a {@code /}{@code *1*}{@code /} stands in front of the
 * character on which that problem's caret is to stand; number 0 has no place. {@code //option
 * -A...} gives the compiler an option. A line {@code //== path} begins another file, {@code //==
 * compiled path} one that is compiled beforehand.
 */
record ProblemCase(
    String name,
    Map<String, String> compiled,
    Map<String, String> sources,
    List<String> options,
    List<String> expected) {

  private static final Pattern EXPECTATION =
      Pattern.compile("//(\\d+) (error|warning|note) (\\[.*)");

  static ProblemCase read(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    List<String> options = new ArrayList<>();
    List<Source> parts = new ArrayList<>();
    parts.add(new Source("Main.java", false, new ArrayList<>()));
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("//== ")) {
        String path = line.substring(5);
        boolean compiled = path.startsWith("compiled ");
        parts.add(new Source(path.replace("compiled ", ""), compiled, new ArrayList<>()));
      } else if (line.startsWith("//option ")) {
        options.add(line.substring(9));
      } else if (EXPECTATION.matcher(line).matches()) {
        head.add(line);
      } else {
        parts.get(parts.size() - 1).lines.add(line);
      }
    }
    parts.removeIf(part -> part.text().isBlank());
    return new ProblemCase(
        file.getFileName().toString().replace(".java", ""),
        texts(parts, Source::compiled),
        texts(parts, part -> !part.compiled),
        options,
        head.stream().map(line -> placed(line, parts)).toList());
  }

  private static Map<String, String> texts(List<Source> parts, Predicate<Source> which) {
    return parts.stream().filter(which).collect(Collectors.toMap(Source::path, Source::text));
  }

  private static String placed(String expectation, List<Source> parts) {
    Matcher matcher = EXPECTATION.matcher(expectation);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(expectation);
    }
    if (matcher.group(1).equals("0")) {
      return String.format(":-1:-1 %s %s", matcher.group(2), matcher.group(3));
    }
    String marker = "/*" + matcher.group(1) + "*/";
    for (Source part : parts) {
      for (int i = 0; i < part.lines.size(); i++) {
        int column = part.lines.get(i).indexOf(marker);
        if (column >= 0) {
          return String.format(
              "%s:%d:%d %s %s",
              Path.of(part.path).getFileName(),
              i + 1,
              column + marker.length() + 1,
              matcher.group(2),
              matcher.group(3));
        }
      }
    }
    throw new IllegalArgumentException("no marker " + marker + " in the source");
  }

  /** One file of a case. */
  private record Source(String path, boolean compiled, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }
}
