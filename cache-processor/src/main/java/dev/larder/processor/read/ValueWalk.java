package dev.larder.processor.read;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.Results;
import dev.larder.processor.model.ValueModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Walks from a method's result over every type that a cached value can hold, for the fingerprint of
 * its shape and to know whether the set is closed and the value immutable.
 */
public final class ValueWalk {
  private final Types types;

  public ValueWalk(Types types) {
    this.types = types;
  }

  /**
   * What a cache holds for a result; empty, if it can hold nothing, and then the problem was added.
   *
   * @param result a method's return type, or the type of what {@code @CachePut} puts
   * @param subject who gives it, such as {@code find(long id)}
   */
  public Optional<ValueModel> walk(
      TypeMirror result, String subject, Place place, Problems problems) {
    ValueModel.Form form = Results.form(result);
    TypeMirror value = boxed(Results.value(result, types));
    Optional<Problem> refusal =
        UncacheableResults.problem(result, types)
            .or(() -> UncacheableResults.problem(value, types));
    if (refusal.isPresent()) {
      problems.add(refusal.get(), place, subject, TypeText.of(result));
      return Optional.empty();
    }
    ReachedTypes reached = ReachedTypes.from(value, types);
    return Optional.of(
        new ValueModel(
            form,
            value,
            TypeText.of(value),
            Fingerprint.of(reached),
            reached.doubts().isImmutable(),
            reached.doubts().mutable(),
            reached.doubts().open(),
            List.copyOf(reached.shapes().keySet())));
  }

  private TypeMirror boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive ? types.boxedClass(primitive).asType() : type;
  }
}
