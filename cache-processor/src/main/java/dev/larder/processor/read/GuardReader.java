package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import dev.larder.processor.model.GuardModel;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Results;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds the methods that {@code condition} and {@code unless} name. */
final class GuardReader {
  private final Lookup lookup;
  private final Types types;

  GuardReader(Lookup lookup) {
    this.lookup = lookup;
    this.types = lookup.types();
  }

  /** The method that is given parameters of the method, found by their names. */
  GuardModel condition(String name, MethodModel method) {
    Optional<ExecutableElement> found =
        named(name).filter(guard -> takesParametersOf(guard, method)).findFirst();
    return new GuardModel(name, found, found.map(GuardReader::names).orElse(List.of()));
  }

  /** The method that is given the result. */
  GuardModel unless(String name, MethodModel method) {
    TypeMirror result = method.type().getReturnType();
    Optional<ExecutableElement> found =
        method.isVoid()
            ? Optional.empty()
            : named(name).filter(guard -> takes(guard, Results.value(result, types))).findFirst();
    return new GuardModel(name, found, List.of());
  }

  private Stream<ExecutableElement> named(String name) {
    return MoreElements.getLocalAndInheritedMethods(
            lookup.from(), lookup.types(), lookup.elements())
        .stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
        .filter(method -> method.getReturnType().getKind() == TypeKind.BOOLEAN)
        .filter(method -> method.getThrownTypes().stream().allMatch(lookup::isUnchecked));
  }

  private boolean takesParametersOf(ExecutableElement guard, MethodModel method) {
    List<String> available = method.parameterNames();
    List<? extends TypeMirror> given = method.type().getParameterTypes();
    List<? extends TypeMirror> wanted = lookup.member(guard).getParameterTypes();
    List<String> names = names(guard);
    return IntStream.range(0, wanted.size())
        .allMatch(
            i -> {
              int at = available.indexOf(names.get(i));
              return at >= 0 && types.isAssignable(given.get(at), wanted.get(i));
            });
  }

  private boolean takes(ExecutableElement guard, TypeMirror value) {
    List<? extends TypeMirror> wanted = lookup.member(guard).getParameterTypes();
    return wanted.size() == 1 && types.isAssignable(value, wanted.get(0));
  }

  private static List<String> names(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }
}
