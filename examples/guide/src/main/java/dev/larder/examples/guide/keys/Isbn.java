package dev.larder.examples.guide.keys;

import dev.larder.annotation.KeyedBy;

/** The number of a book; its digits say all there is to say. */
// region type
@KeyedBy(IsbnPart.class)
public final class Isbn {
  // endregion
  private final String digits;

  private Isbn(String digits) {
    this.digits = digits;
  }

  /** The number with these digits. */
  public static Isbn ofDigits(String digits) {
    if (!digits.matches("[0-9]{13}")) {
      throw new IllegalArgumentException("an ISBN has 13 digits, not \"" + digits + "\"");
    }
    return new Isbn(digits);
  }

  /** Its 13 digits. */
  public String digits() {
    return digits;
  }
}
