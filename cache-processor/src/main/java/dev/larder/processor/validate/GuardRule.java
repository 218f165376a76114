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
      GuardFitness fitness = new GuardFitness(type, read.method(), types);
      read.use()
          .condition()
          .ifPresent(guard -> check(type, read, "condition", guard, fitness, problems));
      read.use().unless().ifPresent(guard -> check(type, read, "unless", guard, fitness, problems));
    }
  }

  private void check(
      ServiceModel type,
      MethodUse<Read> read,
      String attribute,
      GuardModel guard,
      GuardFitness fitness,
      Problems problems) {
    Place place = read.place().at(attribute);
    List<ExecutableElement> named =
        methods(type).stream()
            .filter(method -> method.getSimpleName().contentEquals(guard.name()))
            .toList();
    if (named.isEmpty()) {
      unknown(type, read, attribute, guard, problems);
      return;
    }
    ExecutableElement nearest = guard.method().orElse(named.get(0));
    Optional<String> lack = fitness.lack(nearest, attribute.equals("unless"));
    lack.ifPresent(
        why ->
            problems.add(
                Problem.GUARD_UNFIT, place, MethodText.of(nearest), attribute, read.text(), why));
  }

  private void unknown(
      ServiceModel type,
      MethodUse<Read> read,
      String attribute,
      GuardModel guard,
      Problems problems) {
    if (guard.name().isBlank()) {
      return;
    }
    List<String> near =
        methods(type).stream()
            .map(method -> method.getSimpleName().toString())
            .filter(name -> NearName.of(guard.name(), List.of(name)).isPresent())
            .toList();
    String hint =
        near.isEmpty() ? "Write a boolean method of that name." : NearName.hint(guard.name(), near);
    problems.add(
        Problem.GUARD_UNKNOWN,
        read.place().at(attribute),
        type.element().getSimpleName(),
        guard.name(),
        attribute,
        read.text(),
        hint);
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
