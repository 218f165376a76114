package dev.larder;

/** A given text as messages show it. */
final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  /** In quotes, and cut short if it is long. */
  static String text(String given) {
    return given.length() <= LONGEST
        ? '"' + given + '"'
        : '"' + given.substring(0, LONGEST) + "...\" (" + given.length() + " characters)";
  }
}
