package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * The classes that a value of a type can be of: a class itself, those that a sealed type permits,
 * those that {@code @CacheTypes} names for an open one.
 */
final class ConcreteTypes {
  private final CacheTypes named;
  private final ClosedTypes closed;

  ConcreteTypes(CacheTypes named, ClosedTypes closed) {
    this.named = named;
    this.closed = closed;
  }

  /** All of them; none, if the set is not closed. */
  List<DeclaredType> of(DeclaredType type) {
    Map<TypeElement, DeclaredType> found = new LinkedHashMap<>();
    return gather(type, found) ? List.copyOf(found.values()) : List.of();
  }

  /** The types one step below one that values are not of: permitted or named. */
  List<DeclaredType> below(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    List<TypeElement> elements = isSealed(element) ? permitted(element) : named.of(type);
    return elements.stream().map(one -> closed.below(type, one)).toList();
  }

  private boolean gather(DeclaredType type, Map<TypeElement, DeclaredType> found) {
    TypeElement element = MoreTypes.asTypeElement(type);
    boolean isSealed = isSealed(element);
    if (!isOpen(type) && found.putIfAbsent(element, type) != null) {
      return true;
    }
    if (!isSealed && !isOpen(type)) {
      return true;
    }
    List<DeclaredType> below = below(type);
    return !below.isEmpty() && below.stream().allMatch(one -> gather(one, found));
  }

  /** Whether no object is of the type itself: abstract, an interface, {@code Object}. */
  static boolean isOpen(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    return element.getKind() != ElementKind.ENUM
        && (element.getModifiers().contains(Modifier.ABSTRACT)
            || MoreTypes.isTypeOf(Object.class, type));
  }

  /** An enum is, too, if a constant has a body: its subclasses are its own matter. */
  private static boolean isSealed(TypeElement element) {
    return element.getKind() != ElementKind.ENUM
        && element.getModifiers().contains(Modifier.SEALED);
  }

  private List<TypeElement> permitted(TypeElement element) {
    List<TypeElement> permitted = new ArrayList<>();
    element.getPermittedSubclasses().forEach(one -> permitted.add(MoreTypes.asTypeElement(one)));
    return permitted;
  }
}
