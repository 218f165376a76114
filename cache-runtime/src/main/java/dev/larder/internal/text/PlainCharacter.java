package dev.larder.internal.text;

/**
 * The characters that stand in a key as they are. The table is fixed: the JDK's own notion of a
 * blank follows the Unicode version and would give other keys after an upgrade.
 */
final class PlainCharacter {
  /** What keys, stores, globs and shells read something into. */
  private static final String SPECIAL = ":%{}*?[]\\~,()";

  /** First and last of each range beyond ASCII that shows as a blank or as nothing. */
  private static final String HIDDEN =
      "\u0080\u00A0\u00AD\u00AD\u034F\u034F\u061C\u061C\u115F\u1160\u1680\u1680\u17B4\u17B5"
          + "\u180B\u180F\u2000\u200F\u2028\u202F\u205F\u206F\u2800\u2800\u3000\u3000\u3164\u3164"
          + "\uFEFF\uFEFF\uFFA0\uFFA0\uFFF0\uFFFB\uFFFE\uFFFF";

  private static final boolean[] ASCII = ascii();

  private PlainCharacter() {}

  private static boolean[] ascii() {
    boolean[] readable = new boolean[0x80];
    for (char c = 0x21; c < 0x7F; c++) {
      readable[c] = SPECIAL.indexOf(c) < 0;
    }
    return readable;
  }

  /** How many units at this index are one readable character; 0: the unit is to be escaped. */
  static int width(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x80) {
      return ASCII[c] ? 1 : 0;
    }
    if (Character.isSurrogate(c)) {
      return isReadablePair(text, index) ? 2 : 0;
    }
    return isHidden(c) ? 0 : 1;
  }

  /** Whether a whole pair stands here, other than of the invisible tags U+E0000 to U+E0FFF. */
  private static boolean isReadablePair(String text, int index) {
    char high = text.charAt(index);
    return Character.isHighSurrogate(high)
        && (high < '\uDB40' || high > '\uDB43')
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  private static boolean isHidden(char c) {
    for (int i = 0; i < HIDDEN.length() && c >= HIDDEN.charAt(i); i += 2) {
      if (c <= HIDDEN.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
