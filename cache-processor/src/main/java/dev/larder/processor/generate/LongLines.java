package dev.larder.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Breaks a line that is too long at its outermost place, and its parts in turn: before {@code
 * throws}, behind {@code =}, at {@code ?} and {@code :}, in the parentheses of the last call.
 */
final class LongLines {
  private static final int COLUMNS = 100;
  private static final String STEP = "    ";
  private static final String IF = "if (";

  private LongLines() {}

  /** The same line, or several. */
  static String broken(String line) {
    String code = line.strip();
    boolean isCode = Stream.of("/", "*", "import ", "package ").noneMatch(code::startsWith);
    return isCode
        ? broken(line.substring(0, line.length() - line.stripLeading().length()), code)
        : line;
  }

  private static String broken(String indent, String code) {
    if (indent.length() + code.length() <= COLUMNS) {
      return indent + code;
    }
    Nesting nesting = Nesting.of(code);
    return at(nesting.places(" throws "), 0, indent, code)
        .or(() -> at(nesting.places(" = "), 2, indent, code))
        .or(() -> atChoice(nesting, indent, code))
        .or(() -> atEach(nesting.places(" && "), indent, code))
        .or(() -> at(nesting.places(" -> "), 3, indent, code))
        .or(() -> lastGroup(code).map(group -> inParentheses(group, indent, code)))
        .or(() -> atName(nesting, indent, code))
        .orElse(indent + code);
  }

  /** The parentheses of an {@code if} are broken inside. */
  private static Optional<Nesting.Group> lastGroup(String code) {
    int inside = code.startsWith(IF) ? IF.length() : 0;
    return Nesting.of(code.substring(inside))
        .lastGroup()
        .map(group -> new Nesting.Group(group.open() + inside, group.close() + inside));
  }

  /** The name of a field, where its type alone is as long as a line. */
  private static Optional<String> atName(Nesting nesting, String indent, String code) {
    if (!code.startsWith("private ")) {
      return Optional.empty();
    }
    List<Integer> blanks = nesting.places(" ");
    int name = blanks.get(blanks.size() - (code.endsWith(" =") ? 2 : 1));
    return Optional.of(
        indent + code.substring(0, name) + "\n" + indent + STEP + code.substring(name + 1));
  }

  /** Breaks in front of a blank; the sign begins with one, and may have more before its end. */
  private static Optional<String> at(
      List<Integer> places, int further, String indent, String code) {
    return places.stream()
        .findFirst()
        .map(place -> place + further)
        .map(
            blank ->
                broken(indent, code.substring(0, blank))
                    + "\n"
                    + broken(indent + STEP, code.substring(blank + 1)));
  }

  private static Optional<String> atEach(List<Integer> places, String indent, String code) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder lines = new StringBuilder(broken(indent, code.substring(0, places.get(0))));
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1) : code.length();
      lines.append('\n').append(broken(indent + STEP, code.substring(places.get(i) + 1, end)));
    }
    return Optional.of(lines.toString());
  }

  private static Optional<String> atChoice(Nesting nesting, String indent, String code) {
    List<Integer> questions = nesting.places(" ? ");
    List<Integer> colons = nesting.places(" : ");
    if (questions.isEmpty() || colons.isEmpty()) {
      return Optional.empty();
    }
    int question = questions.get(0);
    int colon = colons.get(0);
    return Optional.of(
        String.join(
            "\n",
            broken(indent, code.substring(0, question)),
            broken(indent + STEP, code.substring(question + 1, colon)),
            broken(indent + STEP, code.substring(colon + 1))));
  }

  private static String inParentheses(Nesting.Group group, String indent, String code) {
    String deeper = indent + STEP;
    String head = indent + code.substring(0, group.open() + 1) + "\n";
    String inside = code.substring(group.open() + 1, group.close());
    String tail = code.substring(group.close());
    if (deeper.length() + inside.length() + tail.length() <= COLUMNS) {
      return head + deeper + inside + tail;
    }
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int comma : Nesting.of(inside).places(", ")) {
      lines.add(broken(deeper, inside.substring(from, comma + 1)));
      from = comma + 2;
    }
    lines.add(broken(deeper, inside.substring(from) + tail));
    return head + String.join("\n", lines);
  }
}
