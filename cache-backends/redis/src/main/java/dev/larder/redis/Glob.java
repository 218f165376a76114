package dev.larder.redis;

/** Patterns as {@code SCAN} reads them. */
final class Glob {
  private Glob() {}

  /** What begins with the text, taken as it is. */
  static String beginning(String text) {
    return text.replaceAll("[*?\\[\\]^\\-\\\\]", "\\\\$0") + "*";
  }
}
