package dev.larder.processor.read;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.Results;
import dev.larder.processor.model.StoredModel;
import dev.larder.processor.model.ValueModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Walks from a method's result over every type that a cached value can hold, for the fingerprint of
 * its shape, to know whether the set is closed and the value immutable, and how it is written.
 */
public final class ValueWalk {
  private final Lookup lookup;
  private final ParameterNames names;
  private final Types types;

  public ValueWalk(Lookup lookup, ParameterNames names) {
    this.lookup = lookup;
    this.names = names;
    this.types = lookup.types();
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
    Optional<UncacheableResults.Refusal> refusal = UncacheableResults.of(result, types);
    if (refusal.isPresent()) {
      problems.add(
          refusal.get().problem(), place, subject, text(result, value, refusal.get().type()));
      return Optional.empty();
    }
    return Optional.of(model(form, value, CacheTypes.of(place.element(), lookup.from(), types)));
  }

  private ValueModel model(ValueModel.Form form, TypeMirror value, CacheTypes named) {
    ReachedTypes reached = ReachedTypes.from(value, lookup, named);
    Doubts shape = reached.doubts();
    Doubts doubts = new Doubts();
    StoredModel stored = new WrittenReader(lookup, names, named, doubts).read(value);
    boolean isWritable = doubts.open().isEmpty() && doubts.unwritable().isEmpty();
    return new ValueModel(
        form,
        value,
        TypeText.of(value),
        Fingerprint.of(reached),
        shape.isImmutable(),
        shape.mutable(),
        doubts.open(),
        doubts.unwritable(),
        isWritable ? doubts.hidden() : Optional.empty(),
        List.copyOf(reached.shapes().keySet()),
        isWritable ? Optional.of(stored) : Optional.empty());
  }

  /** The result, and where only something in it is refused, that. */
  private String text(TypeMirror result, TypeMirror value, TypeMirror refused) {
    boolean isWhole = types.isSameType(result, refused) || types.isSameType(value, refused);
    String text = TypeText.of(result);
    return isWhole ? text : text + ", holding " + TypeText.of(refused);
  }

  private TypeMirror boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive ? types.boxedClass(primitive).asType() : type;
  }
}
