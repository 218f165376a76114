package dev.larder.processor.diagnostic;

/** How much a problem matters to the build. */
public enum Severity {
  /** Not reported. */
  OFF,
  /** Told; the build goes on. */
  NOTE,
  /** Reported; the build goes on, unless it was run with {@code -Werror}. */
  WARNING,
  /** Ends the build. */
  ERROR
}
