package dev.larder.processor.diagnostic;

import static dev.larder.processor.diagnostic.Severity.ERROR;
import static dev.larder.processor.diagnostic.Severity.WARNING;

import java.util.Locale;

/**
 * Everything that the processor refuses or warns of. Each constant has a page in {@code
 * docs/problems} and a negative test; its text is one sentence: the subject, the rule, the mend.
 */
public enum Problem {
  // Keys.
  KEY_UNKNOWN_PARAMETER(ERROR, "No parameter of %s is named \"%s\". %s"),
  KEY_UNKNOWN_PATH(ERROR, "%s has no \"%s\" that \"%s\" could read. %s"),
  KEY_AMBIGUOUS_PATH(
      ERROR, "\"%s\" in \"%s\" can mean %s or %s; rename one, or give the value by a method."),
  KEY_NO_RESULT(ERROR, "\"%s\" starts at the result of %s, %s."),
  KEY_NAMES_UNKNOWN(
      ERROR,
      "The compiler does not know the parameter names of %s; compile its class with -parameters,"
          + " or override the method in %s."),
  KEY_NO_TEXT(ERROR, "%s has no lossless text to stand in a key; %s."),
  KEY_RECURSIVE_RECORD(
      ERROR, "The record %s contains itself, so its parts have no end; name the parts by include."),
  KEY_PART_UNFIT(ERROR, "%s cannot be the key part of a type: %s."),
  KEY_PART_TWICE(ERROR, "%s has two key parts on %s, %s and %s; keep one."),

  // Results.
  RESULT_VOID(
      ERROR, "%s returns %s, so there is nothing to cache; return the value, or use @CacheEvict."),
  RESULT_ONE_USE(
      ERROR, "%s returns %s, which can be read only once; return a List or an array."),
  RESULT_ASYNCHRONOUS(
      ERROR,
      "%s returns %s, and asynchronous results are not cached yet; annotate the method that"
          + " computes the value."),
  OPEN_VALUE(
      WARNING,
      "%s returns %s, of which %s, so it can be kept in the heap but not in a distributed tier;"
          + " return a type whose subtypes are known."),

  // Names.
  NAME_BLANK(ERROR, "A name in %s is blank; write a name, or leave it out.");

  private final Severity severity;
  private final String template;

  Problem(Severity severity, String template) {
    this.severity = severity;
    this.template = template;
  }

  /** The name by which users know it, such as {@code KeyUnknownParameter}. */
  public String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().split("_")) {
      id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return id.toString();
  }

  /** What silences a warning in {@code @SuppressWarnings}, and sets it as {@code -A} option. */
  public String token() {
    return "larder." + id();
  }

  /** How much it matters where nobody says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** The whole text for these arguments. */
  public String text(Object... arguments) {
    return "[" + id() + "] " + String.format(Locale.ROOT, template, arguments).strip();
  }
}
