package dev.larder.processor.validate;

import com.google.auto.common.MoreElements;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.Mode;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.MethodText;
import dev.larder.processor.read.Sources;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A decorator can be written for the type: as its subclass, or beside it under its interfaces. */
final class DecoratableTypeRule implements TypeRule {
  private final Types types;
  private final Elements elements;
  private final Sources sources;

  DecoratableTypeRule(Types types, Elements elements, Sources sources) {
    this.types = types;
    this.elements = elements;
    this.sources = sources;
  }

  @Override
  public void check(ServiceModel type, Problems problems) {
    if (type.uses().findAny().isEmpty()) {
      return;
    }
    TypeElement element = type.element();
    Place place = Place.of(element);
    if (enclosing(element).anyMatch(outer -> has(outer, Modifier.PRIVATE))) {
      problems.add(Problem.TYPE_HIDDEN, place, element.getSimpleName());
    }
    if (type.mode() != Mode.DELEGATE && has(element, Modifier.SEALED)) {
      problems.add(Problem.TYPE_SEALED, place, element.getSimpleName());
    }
    Stream.of(type.generatedName(), type.valuesName())
        .filter(name -> isTaken(type, name))
        .forEach(
            name -> problems.add(Problem.TYPE_NAME_TAKEN, place, element.getSimpleName(), name));
    switch (type.mode()) {
      case INTERFACE -> {}
      case SUBCLASS -> checkSubclass(type, place, problems);
      case DELEGATE -> checkDelegate(type, place, problems);
    }
  }

  /** A class file of that name is what an earlier compilation has generated. */
  private boolean isTaken(ServiceModel type, String name) {
    String home = type.packageName().isEmpty() ? "" : type.packageName() + ".";
    TypeElement other = elements.getTypeElement(home + name);
    return other != null && sources.has(other);
  }

  private void checkSubclass(ServiceModel type, Place place, Problems problems) {
    TypeElement element = type.element();
    if (enclosing(element).anyMatch(DecoratableTypeRule::isInner)) {
      problems.add(Problem.TYPE_INNER, place, element.getSimpleName());
    }
    // A private type's own constructor is private too, which is not another fault.
    if (type.constructors().isEmpty() && !has(element, Modifier.PRIVATE)) {
      problems.add(Problem.TYPE_NO_CONSTRUCTOR, place, element.getSimpleName());
    }
    leftAbstract(element)
        .ifPresent(
            method ->
                problems.add(
                    Problem.TYPE_ABSTRACT, place, element.getSimpleName(), MethodText.of(method)));
  }

  private void checkDelegate(ServiceModel type, Place place, Problems problems) {
    if (type.interfaces().isEmpty()) {
      String mend = isClass(type) ? "remove final, or add one" : "let it implement one";
      problems.add(Problem.TYPE_FINAL, place, type.element().getSimpleName(), mend);
    }
    type.interfaces().stream()
        .map(types::asElement)
        .filter(above -> has(above, Modifier.SEALED))
        .forEach(above -> problems.add(Problem.TYPE_SEALED, place, above.getSimpleName()));
  }

  /** Whether it could be extended, if its author wanted: records and enums never can. */
  static boolean isClass(ServiceModel type) {
    return type.element().getKind() == ElementKind.CLASS;
  }

  private Optional<ExecutableElement> leftAbstract(TypeElement element) {
    return MoreElements.getLocalAndInheritedMethods(element, types, elements).stream()
        .filter(method -> has(method, Modifier.ABSTRACT))
        .findFirst();
  }

  private static boolean isInner(Element type) {
    return type.getKind() == ElementKind.CLASS
        && MoreElements.isType(type.getEnclosingElement())
        && !has(type, Modifier.STATIC);
  }

  private static Stream<Element> enclosing(Element type) {
    return Stream.iterate(type, MoreElements::isType, Element::getEnclosingElement);
  }

  private static boolean has(Element element, Modifier modifier) {
    return element.getModifiers().contains(modifier);
  }
}
