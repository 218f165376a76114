package dev.larder.processor.generate;

/** How fingerprints are written. */
final class Fingerprints {
  private Fingerprints() {}

  /** In digits: {@code 0x51ab0c3f9d2e7714}. */
  static String text(long fingerprint) {
    return String.format("0x%016x", fingerprint);
  }

  /** As a literal. */
  static String literal(long fingerprint) {
    return text(fingerprint) + "L";
  }
}
