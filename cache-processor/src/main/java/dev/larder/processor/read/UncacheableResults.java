package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** The results that no cache can give a second time. */
final class UncacheableResults {
  /** A problem, and the type that has it. */
  record Refusal(Problem problem, TypeMirror type) {}

  private static final Map<String, Problem> BY_SUPERTYPE =
      Map.ofEntries(
          Map.entry("java.lang.Void", Problem.RESULT_VOID),
          Map.entry("java.util.stream.BaseStream", Problem.RESULT_ONE_USE),
          Map.entry("java.util.Iterator", Problem.RESULT_ONE_USE),
          Map.entry("java.util.Enumeration", Problem.RESULT_ONE_USE),
          Map.entry("java.util.Spliterator", Problem.RESULT_ONE_USE),
          Map.entry("java.io.InputStream", Problem.RESULT_ONE_USE),
          Map.entry("java.io.OutputStream", Problem.RESULT_ONE_USE),
          Map.entry("java.io.Reader", Problem.RESULT_ONE_USE),
          Map.entry("java.nio.channels.Channel", Problem.RESULT_ONE_USE),
          Map.entry("java.lang.AutoCloseable", Problem.RESULT_CLOSEABLE),
          Map.entry("java.util.concurrent.CompletionStage", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("java.util.concurrent.Future", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("java.util.concurrent.Flow.Publisher", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("org.reactivestreams.Publisher", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.SingleSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.MaybeSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.ObservableSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.CompletableSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.smallrye.mutiny.Uni", Problem.RESULT_ASYNCHRONOUS));

  private final Types types;
  private final Set<TypeElement> seen = new HashSet<>();

  private UncacheableResults(Types types) {
    this.types = types;
  }

  /** What is wrong with caching this type, or what its values hold; empty, if nothing. */
  static Optional<Refusal> of(TypeMirror type, Types types) {
    return type.getKind() == TypeKind.VOID
        ? Optional.of(new Refusal(Problem.RESULT_VOID, type))
        : new UncacheableResults(types).refusal(type);
  }

  private Optional<Refusal> refusal(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return refusal(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return refusal(wildcard.getExtendsBound());
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    DeclaredType declared = MoreTypes.asDeclared(type);
    return ofItself(declared)
        .map(problem -> new Refusal(problem, type))
        .or(() -> parts(declared).flatMap(part -> refusal(part).stream()).findFirst());
  }

  /** What every value of the type hands out; the fields of a class are its own matter. */
  private Stream<? extends TypeMirror> parts(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    // Once each: a record may hold itself, with ever longer arguments even.
    Stream<TypeMirror> components =
        seen.add(element)
            ? element.getRecordComponents().stream()
                .map(component -> types.asMemberOf(type, component.getAccessor()))
                .map(accessor -> ((ExecutableType) accessor).getReturnType())
            : Stream.empty();
    return Stream.concat(type.getTypeArguments().stream(), components);
  }

  private Optional<Problem> ofItself(DeclaredType type) {
    return Supertypes.of(type, types)
        .map(above -> MoreTypes.asTypeElement(above).getQualifiedName().toString())
        .filter(BY_SUPERTYPE::containsKey)
        .map(BY_SUPERTYPE::get)
        .findFirst();
  }
}
