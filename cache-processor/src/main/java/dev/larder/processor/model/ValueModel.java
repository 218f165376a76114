package dev.larder.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * What a cache holds for a method: its result, boxed, and out of its {@code Optional}.
 *
 * @param form how the result holds the value
 * @param type the value's type
 * @param name its source text with type arguments, without type annotations
 * @param fingerprint a stable hash over the shape of every type that can be reached from it
 * @param isImmutable whether it is certain that neither it nor anything it holds can be changed
 * @param mutable why it can be changed; empty also where that is not known, as of a {@code List}
 * @param open why the set of types is not closed; empty if it is
 * @param unwritable why it cannot be written, though its set of types is closed; empty if it can
 * @param hidden what of it only reflection can reach; empty if there is nothing
 * @param reached the full names of the types that can be reached, sorted
 * @param stored how it is written; empty if it cannot be
 */
public record ValueModel(
    Form form,
    TypeMirror type,
    String name,
    long fingerprint,
    boolean isImmutable,
    Optional<String> mutable,
    Optional<String> open,
    Optional<Refusal> unwritable,
    Optional<Refusal> hidden,
    List<String> reached,
    Optional<StoredModel> stored) {

  public ValueModel {
    reached = List.copyOf(reached);
  }

  /**
   * What stands in the way, and what can be done.
   *
   * @param reason what is so
   * @param mend what to do, in the imperative
   */
  public record Refusal(String reason, String mend) {}

  /** How a result holds its value. */
  public enum Form {
    /** The result is the value. */
    PLAIN,
    /** The result is a primitive, the value its box. */
    PRIMITIVE,
    /** The result is an {@code Optional} of the value. */
    OPTIONAL,
    /** The result is an {@code OptionalInt}. */
    OPTIONAL_INT,
    /** The result is an {@code OptionalLong}. */
    OPTIONAL_LONG,
    /** The result is an {@code OptionalDouble}. */
    OPTIONAL_DOUBLE
  }
}
