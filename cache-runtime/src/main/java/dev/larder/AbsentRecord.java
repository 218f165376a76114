package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * Stands in the first slot of a record part that is null, so that it differs from a record of
 * nulls.
 *
 * @param levels how many records begin at this slot, from the innermost (1) to the null one
 */
record AbsentRecord(int levels) {
  private static final AbsentRecord INNERMOST = new AbsentRecord(1);

  AbsentRecord {
    if (levels < 1) {
      throw new CacheValidationException(
          "levels of an absent record must be at least 1: " + levels);
    }
  }

  static AbsentRecord of(int levels) {
    return levels == 1 ? INNERMOST : new AbsentRecord(levels);
  }

  String text() {
    return PartType.NULL + levels;
  }

  /** Whether this can be the text of nothing else. */
  static boolean isText(String text) {
    return text.startsWith(PartType.NULL) && text.length() > PartType.NULL.length();
  }

  /** The absent record whose text this must be, by its beginning. */
  static AbsentRecord parse(String text) {
    try {
      AbsentRecord absent =
          new AbsentRecord(Integer.parseInt(text.substring(PartType.NULL.length())));
      if (absent.text().equals(text)) {
        return absent;
      }
    } catch (NumberFormatException e) {
      throw malformed(text, e);
    }
    throw malformed(text, null);
  }

  private static CacheValidationException malformed(String text, @Nullable Throwable cause) {
    return new CacheValidationException(
        Quoted.text(text) + " is not the text of an absent record", cause);
  }

  @Override
  public String toString() {
    return text();
  }
}
