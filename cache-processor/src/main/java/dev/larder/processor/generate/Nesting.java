package dev.larder.processor.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What of a line of code stands in no brackets and no text. */
final class Nesting {
  /** The places of a pair of parentheses. */
  record Group(int open, int close) {}

  private final String code;
  private final int[] depths;

  private Nesting(String code) {
    this.code = code;
    this.depths = new int[code.length()];
  }

  /** Of a line. */
  static Nesting of(String code) {
    Nesting nesting = new Nesting(code);
    nesting.measure();
    return nesting;
  }

  /**
   * A bracket has the depth of what is around it, a text is as deep as its brackets and one more.
   */
  private void measure() {
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"' && (i == 0 || !isEscaped(i))) {
        inText = !inText;
      }
      depth -= !inText && closes(i) ? 1 : 0;
      depths[i] = inText ? depth + 1 : depth;
      depth += !inText && "([{<".indexOf(c) >= 0 ? 1 : 0;
    }
  }

  private boolean isEscaped(int at) {
    int slashes = 0;
    while (slashes < at && code.charAt(at - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /** The sign of a lambda closes nothing. */
  private boolean closes(int at) {
    char c = code.charAt(at);
    return ")]}".indexOf(c) >= 0 || (c == '>' && (at == 0 || code.charAt(at - 1) != '-'));
  }

  /** Where a sign stands outside of everything. */
  List<Integer> places(String sign) {
    return IntStream.range(0, code.length())
        .filter(at -> depths[at] == 0 && code.startsWith(sign, at))
        .boxed()
        .toList();
  }

  /** The last parentheses outside of everything that hold something. */
  Optional<Group> lastGroup() {
    int close = -1;
    for (int at = code.length() - 1; at >= 0; at--) {
      if (depths[at] == 0 && code.charAt(at) == ')') {
        close = at;
      } else if (depths[at] == 0 && code.charAt(at) == '(' && close > at + 1) {
        return Optional.of(new Group(at, close));
      }
    }
    return Optional.empty();
  }
}
