package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Each attribute of {@code @CacheDefaults} is taken by some annotation of the type. */
final class DefaultsRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    Defaults.of(type.element()).ifPresent(place -> check(type, place, problems));
  }

  private static void check(ServiceModel type, Place place, Problems problems) {
    TypeElement element = type.element();
    List<String> stated =
        List.of("using", "name", "ttl").stream()
            .filter(attribute -> Defaults.stated(element, attribute).isPresent())
            .toList();
    if (type.uses().findAny().isEmpty()) {
      add(place, "has no annotated method to act on", type, problems);
    } else if (stated.isEmpty() && isAnnotatedItself(type)) {
      add(place, "sets nothing", type, problems);
    }
    stated.stream()
        .filter(attribute -> type.uses().findAny().isPresent() && !isTaken(type, attribute))
        .forEach(attribute -> add(place.at(attribute), untaken(attribute), type, problems));
  }

  /** Where all annotated methods are inherited, it is what asks for the class. */
  private static boolean isAnnotatedItself(ServiceModel type) {
    return type.methods().stream()
        .filter(method -> !method.uses().isEmpty())
        .anyMatch(method -> type.element().equals(method.element().getEnclosingElement()));
  }

  private static String untaken(String attribute) {
    return "sets " + attribute + ", which no annotation of a method takes";
  }

  private static boolean isTaken(ServiceModel type, String attribute) {
    return MethodUse.all(type)
        .filter(use -> !attribute.equals("ttl") || use.use().operation().equals("read"))
        .anyMatch(use -> !use.states(attribute));
  }

  private static void add(Place place, String why, ServiceModel type, Problems problems) {
    problems.add(Problem.DEFAULTS_UNUSED, place, type.element().getSimpleName(), why);
  }
}
