package dev.larder.processor.validate;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.NearName;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Results;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.MethodText;
import dev.larder.processor.read.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Says what keeps a method from being asked before or after one cached method. */
final class GuardFitness {
  private final ServiceModel type;
  private final MethodModel cached;
  private final Types types;

  GuardFitness(ServiceModel type, MethodModel cached, Types types) {
    this.type = type;
    this.cached = cached;
    this.types = types;
  }

  /** The first thing that is wrong, with its mend; empty, if nothing is. */
  Optional<String> lack(ExecutableElement guard, boolean takesResult) {
    return general(guard).or(() -> takesResult ? lackOfUnless(guard) : lackOfCondition(guard));
  }

  private Optional<String> general(ExecutableElement guard) {
    if (guard.getModifiers().contains(Modifier.PRIVATE)) {
      return Optional.of("it is private; widen its access.");
    }
    if (guard.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("it is static; make it an instance method.");
    }
    if (guard.getReturnType().getKind() != TypeKind.BOOLEAN) {
      return Optional.of("it returns " + TypeText.of(guard.getReturnType()) + "; return boolean.");
    }
    return guard.getThrownTypes().stream()
        .filter(thrown -> !isUnchecked(thrown))
        .findFirst()
        .map(thrown -> "it throws " + TypeText.of(thrown) + "; catch that inside.");
  }

  private Optional<String> lackOfCondition(ExecutableElement guard) {
    List<? extends TypeMirror> wanted = member(guard).getParameterTypes();
    return IntStream.range(0, wanted.size())
        .mapToObj(
            i -> lackOf(guard.getParameters().get(i).getSimpleName().toString(), wanted.get(i)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> lackOf(String parameter, TypeMirror wanted) {
    int at = cached.parameterNames().indexOf(parameter);
    if (at < 0) {
      String hint = NearName.hint(parameter, cached.parameterNames());
      return Optional.of(
          "no parameter of " + text(cached) + " is named \"" + parameter + "\". " + hint);
    }
    TypeMirror given = cached.type().getParameterTypes().get(at);
    return types.isAssignable(given, wanted)
        ? Optional.empty()
        : Optional.of(
            "its parameter " + parameter + " takes no " + TypeText.of(given) + "; declare it so.");
  }

  private Optional<String> lackOfUnless(ExecutableElement guard) {
    if (cached.isVoid()) {
      return Optional.empty();
    }
    TypeMirror value = Results.value(cached.type().getReturnType(), types);
    List<? extends TypeMirror> wanted = member(guard).getParameterTypes();
    return wanted.size() == 1 && types.isAssignable(value, wanted.get(0))
        ? Optional.empty()
        : Optional.of("it must take the result alone, as one " + TypeText.of(value) + ".");
  }

  private ExecutableType member(ExecutableElement guard) {
    return guard.getModifiers().contains(Modifier.STATIC)
        ? MoreTypes.asExecutable(guard.asType())
        : MoreTypes.asExecutable(types.asMemberOf(type.type(), guard));
  }

  private boolean isUnchecked(TypeMirror thrown) {
    return Stream.iterate(
            thrown,
            at -> at.getKind() == TypeKind.DECLARED,
            at -> MoreTypes.asTypeElement(at).getSuperclass())
        .anyMatch(
            at ->
                MoreTypes.isTypeOf(RuntimeException.class, at)
                    || MoreTypes.isTypeOf(Error.class, at));
  }

  private static String text(MethodModel method) {
    return MethodText.of(method.element(), method.type());
  }
}
