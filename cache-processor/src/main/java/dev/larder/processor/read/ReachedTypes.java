package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The types that can be reached from one, each with a text of its shape. An ordinary class that is
 * not final is taken as exactly itself; see {@code docs/decisions/0004-open-value-types.md}.
 */
final class ReachedTypes {
  /** A generic type that holds itself with ever longer arguments is followed so many times. */
  private static final int SAME_CLASS = 16;

  private final Types types;
  private final SortedMap<String, String> shapes = new TreeMap<>();
  private final Map<Element, Integer> seen = new HashMap<>();
  private Optional<String> mutable = Optional.empty();
  private Optional<String> open = Optional.empty();

  private ReachedTypes(Types types) {
    this.types = types;
  }

  /** All types that can be reached from this one. */
  static ReachedTypes from(TypeMirror root, Types types) {
    ReachedTypes reached = new ReachedTypes(types);
    reached.reach(root);
    return reached;
  }

  /** A text for each type's own shape, by the type's source text. */
  SortedMap<String, String> shapes() {
    return shapes;
  }

  /** The first reason why the value can be changed. */
  Optional<String> mutable() {
    return mutable;
  }

  /** The first reason why the set is not closed. */
  Optional<String> open() {
    return open;
  }

  /** Reaches a type and gives the name under which others refer to it. */
  private String reach(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> array((ArrayType) type);
      case TYPEVAR -> reach(((TypeVariable) type).getUpperBound());
      case WILDCARD -> wildcard((WildcardType) type);
      case INTERSECTION -> reach(((IntersectionType) type).getBounds().get(0));
      case DECLARED -> declared((DeclaredType) type);
      default -> TypeText.of(type);
    };
  }

  private String array(ArrayType type) {
    mutable("the elements of " + TypeText.of(type) + " can be set");
    return reach(type.getComponentType()) + "[]";
  }

  private String wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return reach(type.getExtendsBound());
    }
    open(TypeText.of(type) + " can be anything");
    return "?";
  }

  private String declared(DeclaredType type) {
    String name = TypeText.of(type);
    if (shapes.containsKey(name) || seen.merge(type.asElement(), 1, Integer::sum) > SAME_CLASS) {
      return name;
    }
    shapes.put(name, "");
    shapes.put(name, shape(type));
    return name;
  }

  private String shape(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    Optional<KnownValues> known = KnownValues.of(type, types);
    if (known.isPresent()) {
      return known(type, known.get());
    }
    return switch (element.getKind()) {
      case ENUM -> "enum " + constants(element);
      case RECORD -> "record " + components(type, element);
      default ->
          element.getModifiers().contains(Modifier.SEALED)
              ? "sealed " + permitted(element) + fields(type, element)
              : plain(type, element);
    };
  }

  private String known(DeclaredType type, KnownValues known) {
    if (known == KnownValues.MUTABLE) {
      mutable(TypeText.of(type) + " can be changed");
    }
    return "known "
        + (known.holdsItsArguments(type, types)
            ? type.getTypeArguments().stream().map(this::reach).collect(Collectors.joining(","))
            : "");
  }

  private String plain(DeclaredType type, TypeElement element) {
    if (element.getKind().isInterface() || element.getModifiers().contains(Modifier.ABSTRACT)) {
      open(
          TypeText.of(type)
              + " can be of any class that "
              + (element.getKind().isInterface() ? "implements" : "extends")
              + " it");
    } else if (MoreTypes.isTypeOf(Object.class, type)) {
      open("java.lang.Object can be anything");
    }
    return "class " + fields(type, element);
  }

  private static String constants(TypeElement element) {
    return element.getEnclosedElements().stream()
        .filter(constant -> constant.getKind() == ElementKind.ENUM_CONSTANT)
        .map(constant -> constant.getSimpleName().toString())
        .collect(Collectors.joining(","));
  }

  private String components(DeclaredType type, TypeElement element) {
    return element.getRecordComponents().stream()
        .map(component -> component(type, component))
        .collect(Collectors.joining(","));
  }

  private String component(DeclaredType type, RecordComponentElement component) {
    TypeMirror accessor = types.asMemberOf(type, component.getAccessor());
    return component.getSimpleName()
        + ":"
        + reach(MoreTypes.asExecutable(accessor).getReturnType());
  }

  private String permitted(TypeElement element) {
    return element.getPermittedSubclasses().stream()
        .map(this::reach)
        .sorted()
        .collect(Collectors.joining(",", "", ";"));
  }

  /** By name, because their order in the source means nothing, and class files need not keep it. */
  private String fields(DeclaredType type, TypeElement element) {
    List<VariableElement> fields =
        ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .sorted(Comparator.comparing(field -> field.getSimpleName().toString()))
            .toList();
    return fields.stream()
            .map(field -> field(type, element, field))
            .collect(Collectors.joining(","))
        + above(element, type);
  }

  private String field(DeclaredType type, TypeElement element, VariableElement field) {
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      mutable(element.getSimpleName() + "." + field.getSimpleName() + " can be set");
    }
    if (field.getModifiers().contains(Modifier.TRANSIENT)) {
      return "";
    }
    return field.getSimpleName() + ":" + reach(types.asMemberOf(type, field));
  }

  /** The fields of what it extends are part of its shape. */
  private String above(TypeElement element, DeclaredType type) {
    TypeMirror above = element.getSuperclass();
    if (above.getKind() != TypeKind.DECLARED || MoreTypes.isTypeOf(Object.class, above)) {
      return "";
    }
    DeclaredType parent =
        types.directSupertypes(type).stream()
            .map(MoreTypes::asDeclared)
            .filter(one -> one.asElement().equals(MoreTypes.asElement(above)))
            .findFirst()
            .orElse(MoreTypes.asDeclared(above));
    if (KnownValues.of(parent, types).isPresent()) {
      return " extends " + reach(parent);
    }
    return " extends "
        + TypeText.of(parent)
        + "("
        + fields(parent, MoreTypes.asTypeElement(parent))
        + ")";
  }

  private void mutable(String reason) {
    mutable = mutable.isPresent() ? mutable : Optional.of(reason);
  }

  private void open(String reason) {
    open = open.isPresent() ? open : Optional.of(reason);
  }
}
