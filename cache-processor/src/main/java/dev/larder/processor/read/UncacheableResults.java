package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Problem;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The results that no cache can give a second time. */
final class UncacheableResults {
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
          Map.entry("java.util.concurrent.CompletionStage", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("java.util.concurrent.Future", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("java.util.concurrent.Flow.Publisher", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("org.reactivestreams.Publisher", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.SingleSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.MaybeSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.ObservableSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.reactivex.rxjava3.core.CompletableSource", Problem.RESULT_ASYNCHRONOUS),
          Map.entry("io.smallrye.mutiny.Uni", Problem.RESULT_ASYNCHRONOUS));

  private UncacheableResults() {}

  /** What is wrong with caching this type; empty, if nothing. */
  static Optional<Problem> problem(TypeMirror type, Types types) {
    if (type.getKind() == TypeKind.VOID) {
      return Optional.of(Problem.RESULT_VOID);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    return Supertypes.of(MoreTypes.asDeclared(type), types)
        .map(above -> MoreTypes.asTypeElement(above).getQualifiedName().toString())
        .filter(BY_SUPERTYPE::containsKey)
        .map(BY_SUPERTYPE::get)
        .findFirst();
  }
}
