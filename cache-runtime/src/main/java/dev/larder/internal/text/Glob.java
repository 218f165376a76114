package dev.larder.internal.text;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of texts, as the stores read theirs: {@code *} is any text, {@code ?} one character,
 * {@code [abc]} and {@code [a-c]} one of a set, {@code [^a]} one outside it; a backslash takes the
 * next character as it is.
 */
public final class Glob {
  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * The glob.
   *
   * @throws IllegalArgumentException if a set has no end or no sense; the message says which
   */
  public static Glob of(String text) {
    try {
      return new Glob(Pattern.compile(new Translation(text).regex(), Pattern.DOTALL));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription(), e);
    }
  }

  /** Whether the whole text is one of those meant. */
  public boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  /** The way from one notation to the other. */
  private static final class Translation {
    private final String text;
    private final StringBuilder regex = new StringBuilder();
    private int next;

    Translation(String text) {
      this.text = text;
    }

    String regex() {
      while (next < text.length()) {
        int c = take();
        switch (c) {
          case '*' -> regex.append(".*");
          case '?' -> regex.append('.');
          case '[' -> set();
          case '\\' -> literal(next < text.length() ? take() : c);
          default -> literal(c);
        }
      }
      return regex.toString();
    }

    /** A code point, as the regular expression counts them. */
    private int take() {
      int c = text.codePointAt(next);
      next += Character.charCount(c);
      return c;
    }

    private void set() {
      int end = text.indexOf(']', next);
      if (end <= next) {
        throw new IllegalArgumentException("a set without an end or a member");
      }
      String members = text.substring(next, end);
      next = end + 1;
      boolean outside = members.startsWith("^");
      regex.append(outside ? "[^" : "[");
      regex.append(members.substring(outside ? 1 : 0).replaceAll("[\\\\\\[&^]", "\\\\$0"));
      regex.append(']');
    }

    private void literal(int c) {
      regex.append(Pattern.quote(Character.toString(c)));
    }
  }
}
