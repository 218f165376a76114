package dev.larder.generated;

import java.util.Objects;

/**
 * One of the classes that a value may be of.
 *
 * @param type the class
 * @param tag what says so in the bytes: a hash of its name and shape
 * @param serializer how such values are written
 * @param <T> the values
 */
public record Choice<T>(Class<? super T> type, int tag, ValueSerializer<T> serializer) {
  /** One of several. */
  public Choice {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(serializer, "serializer");
  }
}
