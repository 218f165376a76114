package dev.larder.processor.read;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** A method as people name it: {@code find(long userId)}. */
public final class MethodText {
  private MethodText() {}

  /** With the types that it is declared with. */
  public static String of(ExecutableElement method) {
    return of(method, (ExecutableType) method.asType());
  }

  /** With the types that it has as a member of some type. */
  public static String of(ExecutableElement method, ExecutableType type) {
    List<? extends VariableElement> parameters = method.getParameters();
    List<? extends TypeMirror> types = type.getParameterTypes();
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> shortName(types.get(i)) + " " + parameters.get(i).getSimpleName())
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"))
        // Only the last parameter can take several arguments.
        .replaceFirst("\\[\\](?= \\w+\\)$)", method.isVarArgs() ? "..." : "[]");
  }

  private static String shortName(TypeMirror type) {
    return TypeText.of(type).replaceAll("([\\w$]+\\.)+", "");
  }
}
