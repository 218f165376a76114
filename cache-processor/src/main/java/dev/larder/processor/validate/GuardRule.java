package dev.larder.processor.validate;

import com.google.auto.common.MoreElements;
import dev.larder.processor.diagnostic.NearName;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.GuardModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.MethodText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What {@code condition} and {@code unless} name is there and can be asked. */
final class GuardRule implements TypeRule {
  private final Types types;
  private final Elements elements;

  GuardRule(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    for (MethodUse<Read> read : MethodUse.reads(type)) {
      Read use = read.use();
      use.condition()
          .ifPresent(guard -> check(new Named("condition", guard, read), type, problems));
      use.unless().ifPresent(guard -> check(new Named("unless", guard, read), type, problems));
    }
  }

  private void check(Named named, ServiceModel type, Problems problems) {
    Set<ExecutableElement> methods = methods(type);
    Optional<ExecutableElement> nearest =
        named
            .guard()
            .method()
            .or(() -> methods.stream().filter(method -> isNamed(method, named)).findFirst());
    if (nearest.isPresent()) {
      checkFitness(named, nearest.get(), type, problems);
    } else if (!named.guard().name().isBlank()) {
      problems.add(
          Problem.GUARD_UNKNOWN,
          named.place(),
          type.element().getSimpleName(),
          named.guard().name(),
          named.attribute(),
          named.read().text(),
          hint(named.guard().name(), methods));
    }
  }

  private void checkFitness(
      Named named, ExecutableElement method, ServiceModel type, Problems problems) {
    new GuardFitness(type, named.read().method(), types)
        .lack(method, named.attribute().equals("unless"))
        .ifPresent(
            why ->
                problems.add(
                    Problem.GUARD_UNFIT,
                    named.place(),
                    MethodText.of(method),
                    named.attribute(),
                    named.read().text(),
                    why));
  }

  private static String hint(String name, Set<ExecutableElement> methods) {
    List<String> names =
        methods.stream().map(method -> method.getSimpleName().toString()).distinct().toList();
    // All the names there are would be too many.
    return NearName.of(name, names).isPresent()
        ? NearName.hint(name, names)
        : "Write a boolean method of that name.";
  }

  private static boolean isNamed(ExecutableElement method, Named named) {
    return method.getSimpleName().contentEquals(named.guard().name());
  }

  /** What names a guard: an attribute of a read. */
  private record Named(String attribute, GuardModel guard, MethodUse<Read> read) {
    Place place() {
      return read.place().at(attribute);
    }
  }

  private Set<ExecutableElement> methods(ServiceModel type) {
    Set<ExecutableElement> methods =
        new LinkedHashSet<>(ElementFilter.methodsIn(type.element().getEnclosedElements()));
    methods.addAll(MoreElements.getLocalAndInheritedMethods(type.element(), types, elements));
    methods.removeIf(GuardRule::isOfObject);
    return methods;
  }

  private static boolean isOfObject(ExecutableElement method) {
    return MoreElements.asType(method.getEnclosingElement())
        .getQualifiedName()
        .contentEquals("java.lang.Object");
  }
}
