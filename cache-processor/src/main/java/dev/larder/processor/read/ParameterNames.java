package dev.larder.processor.read;

import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Says whether the compiler knows a method's parameter names. For a class file without {@code
 * -parameters} it makes them up: {@code arg0}, {@code arg1} and so on.
 */
public final class ParameterNames {
  private final Predicate<ExecutableElement> hasSource;

  /** Asks {@code hasSource} only where names look made up. */
  public ParameterNames(Predicate<ExecutableElement> hasSource) {
    this.hasSource = hasSource;
  }

  /** Whether the names are those that the author wrote. */
  public boolean known(ExecutableElement method) {
    return !looksMadeUp(method.getParameters()) || hasSource.test(method);
  }

  private static boolean looksMadeUp(List<? extends VariableElement> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).getSimpleName().contentEquals("arg" + i)) {
        return false;
      }
    }
    return !parameters.isEmpty();
  }
}
