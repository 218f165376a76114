package dev.larder.processor.diagnostic;

import static dev.larder.processor.diagnostic.Severity.ERROR;
import static dev.larder.processor.diagnostic.Severity.NOTE;
import static dev.larder.processor.diagnostic.Severity.WARNING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that the processor refuses or warns of. Each constant has a page in {@code
 * docs/problems} and a negative test; its text is one sentence: the subject, the rule, the mend.
 */
public enum Problem {
  // Keys.
  KEY_UNKNOWN_PARAMETER(ERROR, "No parameter of %s is named \"%s\". %s"),
  KEY_UNKNOWN_PATH(ERROR, "%s has no \"%s\" that \"%s\" could read. %s"),
  KEY_AMBIGUOUS_PATH(ERROR, "\"%s\" in \"%s\" can mean %s or %s; %s."),
  KEY_NO_RESULT(ERROR, "\"%s\" starts at the result of %s, %s."),
  KEY_NAMES_UNKNOWN(
      ERROR,
      "The compiler does not know the parameter names of %s; compile its class with -parameters,"
          + " or declare the method again in %s."),
  KEY_NO_TEXT(ERROR, "%s (%s) has no lossless text to stand in a key; %s."),
  KEY_RECURSIVE_RECORD(
      ERROR, "The record %s contains itself, so its parts have no end; name the parts by include."),
  KEY_PART_UNFIT(ERROR, "%s cannot be a key part: %s."),
  KEY_PART_TWICE(ERROR, "%s has two key parts on %s, %s and %s; keep one."),
  KEY_NAMED_TWICE(ERROR, "include of @%s names \"%s\" twice; keep one."),
  KEY_MISMATCH(ERROR, "%s reaches cache \"%s\" by (%s), but %s %s it by (%s); %s."),

  // Results and values.
  RESULT_VOID(
      ERROR, "%s returns %s, so there is nothing to cache; return the value, or use @CacheEvict."),
  RESULT_ONE_USE(ERROR, "%s returns %s, which can be read only once; return a List or an array."),
  RESULT_CLOSEABLE(
      ERROR, "%s returns %s, which one caller closes for all; return what is read from it."),
  RESULT_ASYNCHRONOUS(
      ERROR,
      "%s returns %s, and asynchronous results are not cached yet; annotate the method that"
          + " computes the value."),
  PUT_NOTHING(ERROR, "%s returns nothing to put into cache \"%s\"; name a parameter by value."),
  PUT_VALUE_MISMATCH(
      ERROR, "%s puts %s into cache \"%s\", of which %s %s %s; put a value of that type."),
  OPEN_VALUE(
      ERROR,
      "%s %s %s, but %s, so no store can keep it; name its classes by @CacheTypes, or suppress this"
          + " if it stays in the heap."),
  VALUE_UNWRITABLE(
      ERROR,
      "%s %s %s, but %s, so no store can keep it; %s, or suppress this if it stays in the heap."),
  VALUE_HIDDEN(WARNING, "%s %s %s, but %s, so a store keeps it by reflection on its fields; %s."),
  MUTABLE_VALUE(
      WARNING,
      "%s returns %s, which all callers share while it is cached, but %s; return an immutable"
          + " type, set localCopy, or suppress this if no caller changes it."),

  // Methods and types.
  TYPE_BASE(
      NOTE,
      "%s gets no class of its own, since a key (%s) is of its type variable %s; put @CacheDefaults"
          + " on each subtype that says what %s is."),
  METHOD_PRIVATE(ERROR, "%s is private, so nothing can decorate it; widen its access."),
  METHOD_STATIC(ERROR, "%s is static, so nothing can decorate it; make it an instance method."),
  METHOD_FINAL(ERROR, "%s is final, so no subclass can decorate it; remove final."),
  METHOD_OF_OBJECT(
      ERROR,
      "%s belongs to every object, and all objects of %s would give the first one's result; cache a"
          + " method of another name."),
  INSTANCES_SHARE(
      WARNING,
      "All values of the %s %s share what %s gives for one key; put into the key what tells them"
          + " apart, or suppress this if nothing does."),
  METHOD_NOT_IN_INTERFACE(
      ERROR, "%s is in no interface of %s, which cannot be extended; declare it in one%s."),
  TYPE_FINAL(ERROR, "%s cannot be extended and implements no interface; %s."),
  TYPE_SEALED(
      ERROR, "%s is sealed, so no decorator can be a subtype; annotate a type that is not."),
  TYPE_INNER(
      ERROR, "%s is an inner class, so a decorator would need its outer object; make it static."),
  TYPE_HIDDEN(ERROR, "%s is private, so no decorator can name it; widen its access."),
  TYPE_ABSTRACT(
      ERROR,
      "%s leaves %s abstract, so a decorator of it cannot be made; annotate the class that"
          + " implements it."),
  TYPE_NAME_TAKEN(
      ERROR, "The decorator of %s is to be named %s, as another class is; rename that one."),
  TYPE_NO_CONSTRUCTOR(
      ERROR, "%s has no constructor that a subclass in its package can call; widen one's access."),

  // Caches.
  CACHE_TWO_VALUES(
      ERROR, "Cache \"%s\" holds %s for %s, but %s for %s; give one of them another name."),
  CACHE_TWO_KEYS(
      ERROR,
      "Cache \"%s\" is read by (%s) in %s, but by (%s) in %s; give both the same parts, or one of"
          + " them another name."),
  CACHE_TWO_CHAINS(
      ERROR,
      "Cache \"%s\" is in chain \"%s\" for %s, but in chain \"%s\" for %s; name one chain, or stack"
          + " both on one method."),
  CACHE_TWICE(ERROR, "%s is cached twice in cache \"%s\" of chain \"%s\"; keep one @Cached."),
  CACHE_UNNAMED(ERROR, "@%s on %s names no cache; set its name, or one in @CacheDefaults on %s."),
  OVERLOAD_UNNAMED(
      ERROR, "%s and %s would share cache \"%s\" by their name; give each its own by name."),
  NAME_BLANK(ERROR, "%s of @%s is blank; write a name, or leave it out."),

  // Settings.
  TTL_NEGATIVE(ERROR, "%s = %d is below -1; state seconds, 0 or, to inherit, -1."),
  LOCAL_TTL_ABOVE(
      ERROR, "localTtl = %d is above ttl = %d; the local tier cannot keep an entry longer."),
  NULL_TTL_ABOVE(ERROR, "nullTtl = %d is above ttl = %d; a null is kept no longer than a value."),
  NULL_TTL_UNUSED(ERROR, "%s returns %s, which is never null; remove nullTtl."),
  REFRESH_AFTER_ABOVE(
      ERROR, "refreshAfter = %d is not below ttl = %d; an entry would end before it is refreshed."),
  AGE_WITHOUT_END(
      ERROR, "%s = %d means nothing to entries without an end; state a ttl, or remove %s."),
  JITTER_OUT_OF_RANGE(ERROR, "jitter = %s is no share; state one from 0 to 1."),
  SETTING_TWICE(
      ERROR, "Cache \"%s\" has %s in %s, but %s in %s; state it once, or the same in both."),
  EVICT_ALL_WITH_INCLUDE(
      ERROR, "allEntries clears cache \"%s\" whatever include says; keep one of them."),
  EVICT_OWN_READ(
      ERROR,
      "%s evicts from cache \"%s\" what it has just read, so nothing is ever kept; keep one of"
          + " them."),
  DEFAULTS_UNUSED(WARNING, "@CacheDefaults on %s %s; remove it."),

  // Conditions.
  GUARD_UNKNOWN(ERROR, "%s has no method \"%s\" for the %s of %s. %s"),
  GUARD_UNFIT(ERROR, "%s cannot be the %s of %s: %s"),

  // The processor itself.
  PROVIDES_MISSING(
      NOTE,
      "CacheManager.decorate cannot find the decorators of module %s; add to its module-info:"
          + " provides dev.larder.DecoratorFactory with %s;"),
  OPTION_UNKNOWN(ERROR, "-A%s=%s means nothing; write off, warn or error."),
  INTERNAL_FAILURE(
      ERROR, "The processor failed on %s: %s; please report this, with the source if you can."),

  // What is seen from further away.
  EVICT_UNMATCHED(WARNING, "%s %s cache \"%s\", which no method of this compilation reads%s"),
  SELF_CALL(
      WARNING,
      "%s calls %s on its own object, past the cache; let the caller go through the decorator.");

  private static final Set<Problem> FORBIDDING =
      EnumSet.of(
          TYPE_BASE,
          TYPE_FINAL,
          TYPE_SEALED,
          TYPE_INNER,
          TYPE_HIDDEN,
          TYPE_ABSTRACT,
          TYPE_NAME_TAKEN,
          TYPE_NO_CONSTRUCTOR);

  /** Errors that a user may answer by a statement of his own. */
  private static final Set<Problem> ANSWERABLE = EnumSet.of(OPEN_VALUE, VALUE_UNWRITABLE);

  private final Severity severity;
  private final String template;

  Problem(Severity severity, String template) {
    this.severity = severity;
    this.template = template;
  }

  /** The name by which users know it, such as {@code KeyUnknownParameter}. */
  public String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().split("_", -1)) {
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

  /** Whether {@code @SuppressWarnings} and options can silence it. */
  boolean isSilenceable() {
    return severity != ERROR || ANSWERABLE.contains(this);
  }

  /**
   * Whether no class can decorate the type at all, so that a skeleton would bring errors of its
   * own.
   */
  boolean forbidsDecorator() {
    return FORBIDDING.contains(this);
  }

  /** The whole text for these arguments. */
  public String text(Object... arguments) {
    return "[" + id() + "] " + String.format(Locale.ROOT, template, arguments).strip();
  }
}
