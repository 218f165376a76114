package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The shape of one type as a text, in which other types stand by their names and are reached. */
final class TypeShape {
  private final Types types;
  private final ConcreteTypes concrete;
  private final ReachedTypes reached;
  private final Doubts doubts;

  TypeShape(Types types, ConcreteTypes concrete, ReachedTypes reached, Doubts doubts) {
    this.types = types;
    this.concrete = concrete;
    this.reached = reached;
    this.doubts = doubts;
  }

  /** Its text. */
  String of(DeclaredType type) {
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
              ? "sealed " + below(type) + fields(type, element)
              : plain(type, element);
    };
  }

  private String known(DeclaredType type, KnownValues known) {
    switch (known) {
      case MUTABLE -> doubts.mutable(type, "can be changed");
      case UNKNOWN -> doubts.unsure();
      case IMMUTABLE -> {}
    }
    return "known "
        + (known.holdsItsArguments(type, types)
            ? type.getTypeArguments().stream().map(reached::reach).collect(Collectors.joining(","))
            : "");
  }

  private String plain(DeclaredType type, TypeElement element) {
    if (ConcreteTypes.isOpen(type) && !concrete.below(type).isEmpty()) {
      return "named " + below(type) + fields(type, element);
    }
    if (element.getKind().isInterface() || element.getModifiers().contains(Modifier.ABSTRACT)) {
      String verb = element.getKind().isInterface() ? "implements" : "extends";
      doubts.open(type, "can be of any class that " + verb + " it");
    } else if (MoreTypes.isTypeOf(Object.class, type)) {
      doubts.open(type, "can be anything");
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
    return member(type, component, MoreTypes.asExecutable(accessor).getReturnType());
  }

  private String below(DeclaredType type) {
    return concrete.below(type).stream()
        .map(reached::reach)
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
    fields.stream()
        .filter(field -> !field.getModifiers().contains(Modifier.FINAL))
        .forEach(field -> doubts.settable(label(type, field)));
    return fields.stream()
            .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
            .map(field -> member(type, field, types.asMemberOf(type, field)))
            .collect(Collectors.joining(","))
        + above(element, type);
  }

  private String member(DeclaredType owner, Element member, TypeMirror type) {
    return member.getSimpleName() + ":" + reached.reach(label(owner, member), type);
  }

  private static String label(DeclaredType owner, Element member) {
    return owner.asElement().getSimpleName() + "." + member.getSimpleName();
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
      return " extends " + reached.reach(parent);
    }
    return " extends "
        + TypeText.of(parent)
        + "("
        + fields(parent, MoreTypes.asTypeElement(parent))
        + ")";
  }
}
