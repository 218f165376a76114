package dev.larder.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of texts, as the stores read theirs: {@code *} is any text, {@code ?} one character,
 * {@code [abc]} and {@code [a-c]} one of a set, {@code [^a]} one outside it; a backslash takes the
 * next character as it is. Characters are code points.
 *
 * <p>Matching takes no longer than the text's length by the pattern's, whatever the two are: of the
 * stars only the last one that was met is ever tried anew, since what an earlier one leaves to the
 * later can only be less.
 */
public final class Glob {
  private final List<IntPredicate> elements;

  private Glob(List<IntPredicate> elements) {
    this.elements = List.copyOf(elements);
  }

  /**
   * The glob.
   *
   * @throws IllegalArgumentException if a set has no end or no sense; the message says which
   */
  public static Glob of(String text) {
    return new Glob(new Parser(text).elements());
  }

  /** Whether the whole text is one of those meant. */
  public boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    int at = 0;
    int element = 0;
    int star = -1;
    int starEnd = 0;
    while (at < characters.length) {
      if (isStar(element)) {
        star = element++;
        starEnd = at;
      } else if (element < elements.size() && elements.get(element).test(characters[at])) {
        element++;
        at++;
      } else if (star >= 0) {
        element = star + 1;
        at = ++starEnd;
      } else {
        return false;
      }
    }
    while (isStar(element)) {
      element++;
    }
    return element == elements.size();
  }

  private boolean isStar(int element) {
    return element < elements.size() && elements.get(element) == Star.ANY_TEXT;
  }

  /** The one element that is not about a single character. */
  private enum Star implements IntPredicate {
    ANY_TEXT;

    @Override
    public boolean test(int character) {
      return true;
    }
  }

  /** Reads a pattern once, from its beginning to its end. */
  private static final class Parser {
    private final String text;
    private int next;

    Parser(String text) {
      this.text = text;
    }

    List<IntPredicate> elements() {
      List<IntPredicate> elements = new ArrayList<>();
      while (next < text.length()) {
        elements.add(element());
      }
      return elements;
    }

    private IntPredicate element() {
      int c = take();
      return switch (c) {
        case '*' -> Star.ANY_TEXT;
        case '?' -> any -> true;
        case '[' -> set();
        case '\\' -> literal(next < text.length() ? take() : c);
        default -> literal(c);
      };
    }

    private int take() {
      int c = text.codePointAt(next);
      next += Character.charCount(c);
      return c;
    }

    private static IntPredicate literal(int c) {
      return other -> other == c;
    }

    private IntPredicate set() {
      int end = text.indexOf(']', next);
      boolean outside = text.startsWith("^", next);
      int[] members = end < 0 ? new int[0] : members(outside ? next + 1 : next, end);
      if (members.length == 0) {
        throw new IllegalArgumentException("a set without an end or a member");
      }
      next = end + 1;
      IntPredicate inside = oneOf(members);
      return outside ? inside.negate() : inside;
    }

    private int[] members(int from, int end) {
      return text.substring(from, Math.max(from, end)).codePoints().toArray();
    }

    private static IntPredicate oneOf(int[] members) {
      IntPredicate set = c -> false;
      for (int i = 0; i < members.length; i++) {
        boolean isRange = i + 2 < members.length && members[i + 1] == '-';
        int first = members[i];
        int last = isRange ? members[i + 2] : first;
        if (last < first) {
          throw new IllegalArgumentException("a range that ends before it begins");
        }
        set = set.or(c -> first <= c && c <= last);
        i += isRange ? 2 : 0;
      }
      return set;
    }
  }
}
