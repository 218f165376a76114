package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Sees that Lombok has not been at a class yet, as it has not in the first round if its processor
 * stands behind ours. It leaves its annotations where they are, so what they ask for is looked for.
 */
public final class AwaitedMembers {
  private static final String LOMBOK = "lombok/launch/AnnotationProcessorHider.class";
  private static final Set<String> GETTERS = Set.of("lombok.Getter", "lombok.Data", "lombok.Value");
  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "lombok.AllArgsConstructor",
          "lombok.Data",
          "lombok.NoArgsConstructor",
          "lombok.RequiredArgsConstructor",
          "lombok.Value");

  private final Elements elements;

  public AwaitedMembers(Elements elements) {
    this.elements = elements;
  }

  /**
   * Whether Lombok runs: it stands on the processor path, where we stand. Else no round follows.
   */
  public static boolean isPossible() {
    return AwaitedMembers.class.getClassLoader().getResource(LOMBOK) != null;
  }

  /** Whether a class seems to be going to get more members. */
  public boolean isIn(TypeElement type) {
    return (carries(type, CONSTRUCTORS) && hasOnlyTheDefaultConstructor(type))
        || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .filter(field -> carries(type, GETTERS) || carries(field, GETTERS))
            .anyMatch(field -> !hasGetter(type, field));
  }

  private static boolean carries(Element element, Set<String> names) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> MoreTypes.asTypeElement(mirror.getAnnotationType()))
        .anyMatch(annotation -> names.contains(annotation.getQualifiedName().toString()));
  }

  private boolean hasOnlyTheDefaultConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(constructor -> elements.getOrigin(constructor) == Elements.Origin.MANDATED);
  }

  private static boolean hasGetter(TypeElement type, VariableElement field) {
    String name = lower(field);
    // A flag that is named isOpen is read by isOpen().
    List<String> getters = Stream.of("", "get", "is").map(prefix -> prefix + name).toList();
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getParameters().isEmpty())
        .map(AwaitedMembers::lower)
        .anyMatch(getters::contains);
  }

  private static String lower(Element member) {
    return member.getSimpleName().toString().toLowerCase(Locale.ROOT);
  }
}
