package dev.larder.internal.config;

/**
 * A setting as it was stated at one place.
 *
 * @param key the whole key, {@code larder.version}
 * @param value as it was written; may be a password, and so stands in no text
 * @param where the file and line, or the variable
 */
record Stated(String key, String value, String where) {
  @Override
  public String toString() {
    return key + " (" + where + ")";
  }
}
