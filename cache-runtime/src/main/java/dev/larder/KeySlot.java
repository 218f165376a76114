package dev.larder;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One part of a key shape.
 *
 * @param type what stands here
 * @param place for messages, such as {@code part 0 of a key of (long, String)}
 * @param mayBeAbsent whether a record may begin here that may be null
 */
record KeySlot(PartType<Object> type, String place, boolean mayBeAbsent) {
  /** The normal form of a value whose class is not known to be right. */
  @Nullable Object normal(@Nullable Object value) {
    if (value == null || isAbsent(value)) {
      return value;
    }
    Object misfit = type.misfit(value);
    if (misfit != null) {
      throw misfit(misfit, null);
    }
    try {
      return type.normal(value);
    } catch (ClassCastException e) {
      throw misfit(value, e);
    }
  }

  /** Appends the text of a normal form. */
  void append(@Nullable Object normal, StringBuilder out) {
    if (normal instanceof AbsentRecord absent && mayBeAbsent) {
      out.append(absent.text());
      return;
    }
    try {
      type.append(normal, out);
    } catch (ClassCastException e) {
      throw misfit(Objects.requireNonNull(normal), e);
    }
  }

  /** The normal form that has this text. */
  @Nullable Object parse(String text) {
    return mayBeAbsent && AbsentRecord.isText(text) ? AbsentRecord.parse(text) : type.read(text);
  }

  private boolean isAbsent(Object value) {
    return mayBeAbsent && value instanceof AbsentRecord;
  }

  /** Names the class of what was given, and asks none of a user's for a text. */
  private CacheValidationException misfit(Object given, @Nullable ClassCastException cause) {
    String article = "aeio".indexOf(type.name().charAt(0)) >= 0 ? " must be an " : " must be a ";
    String text = place + article + type + ", but was given a " + given.getClass().getName();
    return new CacheValidationException(text, cause);
  }
}
