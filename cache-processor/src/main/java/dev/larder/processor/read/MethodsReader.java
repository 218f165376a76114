package dev.larder.processor.read;

import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.Mode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the methods that the generated class writes out, and every annotated one. */
final class MethodsReader {
  private final Lookup lookup;
  private final TypeElement type;
  private final Mode mode;

  MethodsReader(Lookup lookup, Mode mode) {
    this.lookup = lookup;
    this.type = lookup.from();
    this.mode = mode;
  }

  /** The methods without their uses: the type's own in source order, then the inherited ones. */
  List<MethodModel> read() {
    List<List<ExecutableElement>> groups = new ArrayList<>();
    for (ExecutableElement method : candidates()) {
      groups.stream()
          .filter(group -> meet(group.get(0), method))
          .findFirst()
          .orElseGet(() -> opened(groups))
          .add(method);
    }
    DeclarationMerge merge = new DeclarationMerge(lookup);
    return groups.stream()
        .map(group -> merge.of(group, group.stream().allMatch(this::isWritten)))
        .filter(method -> method.isWritten() || isAnnotated(method.element()))
        .collect(toUnmodifiableList());
  }

  private static List<ExecutableElement> opened(List<List<ExecutableElement>> groups) {
    groups.add(new ArrayList<>());
    return groups.get(groups.size() - 1);
  }

  private Set<ExecutableElement> candidates() {
    Set<ExecutableElement> methods =
        new LinkedHashSet<>(ElementFilter.methodsIn(type.getEnclosedElements()));
    methods.addAll(
        MoreElements.getLocalAndInheritedMethods(type, lookup.types(), lookup.elements()));
    methods.removeIf(method -> lookup.isObjects(method) || redeclaresObjects(method));
    return methods;
  }

  /** Such as {@code equals} in {@code Comparator}: the generated class keeps its own. */
  private boolean redeclaresObjects(ExecutableElement method) {
    return mode != Mode.SUBCLASS
        && !isAnnotated(method)
        && objectsMethods().anyMatch(ours -> lookup.elements().overrides(method, ours, type));
  }

  private Stream<ExecutableElement> objectsMethods() {
    TypeElement object = lookup.elements().getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream();
  }

  private boolean meet(ExecutableElement one, ExecutableElement other) {
    return one.getSimpleName().equals(other.getSimpleName())
        && (lookup.types().isSubsignature(lookup.member(one), lookup.member(other))
            || lookup.types().isSubsignature(lookup.member(other), lookup.member(one)));
  }

  private boolean isWritten(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) {
      return false;
    }
    return switch (mode) {
      case INTERFACE -> true;
      case SUBCLASS ->
          isAnnotated(method)
              && !modifiers.contains(Modifier.FINAL)
              && !modifiers.contains(Modifier.ABSTRACT);
      case DELEGATE -> isOfInterface(method);
    };
  }

  private boolean isOfInterface(ExecutableElement method) {
    return MoreElements.asType(method.getEnclosingElement()).getKind().isInterface()
        || new Interfaces(lookup.types())
            .of(MoreTypes.asDeclared(type.asType())).stream()
                .flatMap(above -> Supertypes.of(above, lookup.types()))
                .map(MoreTypes::asTypeElement)
                .filter(above -> above.getKind().isInterface())
                .flatMap(above -> ElementFilter.methodsIn(above.getEnclosedElements()).stream())
                .anyMatch(above -> lookup.elements().overrides(method, above, type));
  }

  private static boolean isAnnotated(ExecutableElement method) {
    return !StatedAnnotation.of(method).isEmpty();
  }
}
