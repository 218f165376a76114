package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Mode;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.MethodText;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Each annotated method can be overridden, or is in an interface where the type cannot be extended.
 */
final class DecoratableMethodRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    type.methods().stream()
        .filter(method -> !method.uses().isEmpty())
        .forEach(method -> check(type, method, problems));
  }

  private static void check(ServiceModel type, MethodModel method, Problems problems) {
    Set<Modifier> modifiers = method.element().getModifiers();
    String text = MethodText.of(method.element(), method.type());
    Place place = Place.of(method.element());
    if (modifiers.contains(Modifier.PRIVATE)) {
      problems.add(Problem.METHOD_PRIVATE, place, text);
    } else if (modifiers.contains(Modifier.STATIC)) {
      problems.add(Problem.METHOD_STATIC, place, text);
    } else if (type.mode() == Mode.SUBCLASS && modifiers.contains(Modifier.FINAL)) {
      problems.add(Problem.METHOD_FINAL, place, text);
    } else if (isOutsideInterfaces(type, method)) {
      String name = type.element().getSimpleName().toString();
      String mend = DecoratableTypeRule.isClass(type) ? ", or let " + name + " be extended" : "";
      problems.add(Problem.METHOD_NOT_IN_INTERFACE, place, text, name, mend);
    }
  }

  private static boolean isOutsideInterfaces(ServiceModel type, MethodModel method) {
    return type.mode() == Mode.DELEGATE && !type.interfaces().isEmpty() && !method.isWritten();
  }
}
