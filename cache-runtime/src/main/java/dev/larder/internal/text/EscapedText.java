package dev.larder.internal.text;

/**
 * Text in which whatever means something to keys, stores or terminals is escaped: {@code %XX} for
 * ASCII, {@code %uXXXX} for each UTF-16 unit beyond. Empty text is {@code ~empty}. Each text has
 * one escaped form, and each escaped form is that of one text.
 */
public final class EscapedText {
  private static final String EMPTY = "~empty";
  private static final String HEX = "0123456789ABCDEF";

  private EscapedText() {}

  /** The escaped form. */
  public static String of(String plain) {
    StringBuilder out = new StringBuilder(plain.length() + 8);
    append(plain, out);
    return out.toString();
  }

  /** Appends the escaped form. */
  public static void append(String plain, StringBuilder out) {
    if (plain.isEmpty()) {
      out.append(EMPTY);
      return;
    }
    for (int i = 0; i < plain.length(); ) {
      int width = PlainCharacter.width(plain, i);
      if (width == 0) {
        escape(plain.charAt(i), out);
        i++;
      } else {
        out.append(plain, i, i + width);
        i += width;
      }
    }
  }

  private static void escape(char c, StringBuilder out) {
    out.append('%');
    if (c >= 0x80) {
      out.append('u').append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 0xF));
    }
    out.append(HEX.charAt(c >> 4 & 0xF)).append(HEX.charAt(c & 0xF));
  }

  /**
   * The text whose escaped form this is.
   *
   * @throws IllegalArgumentException if it is that of none
   */
  public static String read(String escaped) {
    if (escaped.equals(EMPTY)) {
      return "";
    }
    String plain = unescaped(escaped);
    // one text has one form: %61 is no other way to write an a
    if (escaped.isEmpty() || !of(plain).equals(escaped)) {
      throw new IllegalArgumentException("not an escaped text");
    }
    return plain;
  }

  private static String unescaped(String escaped) {
    int next = escaped.indexOf('%');
    if (next < 0) {
      return escaped;
    }
    StringBuilder out = new StringBuilder(escaped.length());
    int done = 0;
    for (; next >= 0; next = escaped.indexOf('%', done)) {
      out.append(escaped, done, next);
      boolean isWide = escaped.startsWith("%u", next);
      int from = next + (isWide ? 2 : 1);
      done = from + (isWide ? 4 : 2);
      if (done > escaped.length()) {
        throw new IllegalArgumentException("an escape is cut off");
      }
      out.append((char) Integer.parseInt(escaped, from, done, 16));
    }
    return out.append(escaped, done, escaped.length()).toString();
  }
}
