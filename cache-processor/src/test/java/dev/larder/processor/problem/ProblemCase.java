package dev.larder.processor.problem;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A source that is wrong, and all that is to be said about it. Its first lines are the
 * expectations, {@code //1 error [Id] text}; a {@code /}{@code *1*}{@code /} stands in front of the
 * character on which that problem's caret is to stand. {@code //option -A...} gives the compiler an
 * option. A line {@code //== path} begins another file, {@code //== compiled path} one that is
 * compiled beforehand.
 */
record ProblemCase(
    String name,
    List<JavaFileObject> compiled,
    List<JavaFileObject> sources,
    List<String> options,
    List<String> expected) {

  private static final Pattern EXPECTATION = Pattern.compile("//(\\d+) (error|warning) (\\[.*)");

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
        parts.stream().filter(Source::compiled).map(Source::toFile).toList(),
        parts.stream().filter(part -> !part.compiled).map(Source::toFile).toList(),
        options,
        head.stream().map(line -> placed(line, parts)).toList());
  }

  /** What a compiler said, in the form of {@link #expected}. */
  static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    String kind =
        diagnostic.getKind() == Diagnostic.Kind.ERROR
            ? "error"
            : diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
    String file =
        diagnostic.getSource() == null
            ? ""
            : Path.of(diagnostic.getSource().getName()).getFileName().toString();
    return String.format(
        "%s:%d:%d %s %s",
        file,
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        kind,
        diagnostic.getMessage(Locale.ROOT));
  }

  private static String placed(String expectation, List<Source> parts) {
    Matcher matcher = EXPECTATION.matcher(expectation);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(expectation);
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

    JavaFileObject toFile() {
      return JavaFileObjects.forSourceString(path.replace(".java", "").replace('/', '.'), text());
    }
  }
}
