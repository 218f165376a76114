package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.PathModel.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What generated code can read off a value: under the name {@code id} a record's accessor or method
 * {@code id()}, a getter {@code getId()} or {@code isId()}, or a field {@code id}, in this order.
 */
final class Members {
  /** A key never depends on these, whoever overrides them. */
  private static final Set<String> NEVER = Set.of("toString", "hashCode", "getClass", "clone");

  private final Types types;
  private final Elements elements;
  private final Access access;

  Members(Types types, Elements elements, Access access) {
    this.types = types;
    this.elements = elements;
    this.access = access;
  }

  /** The ways to read each name off a type, the preferred way first; in source order. */
  Map<String, List<Step>> of(TypeMirror type) {
    Map<String, List<Step>> members = new LinkedHashMap<>();
    bounds(type)
        .forEach(
            bound -> {
              methods(bound).forEach(method -> add(members, method.name(), method));
              methods(bound)
                  .filter(Members::isGetter)
                  .forEach(getter -> add(members, property(getter.name()), getter));
              fields(bound).forEach(field -> add(members, field.name(), field));
            });
    return members;
  }

  private static void add(Map<String, List<Step>> members, String name, Step step) {
    members.computeIfAbsent(name, unused -> new ArrayList<>()).add(step);
  }

  private Stream<DeclaredType> bounds(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return bounds(variable.getUpperBound());
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? Stream.empty()
          : bounds(wildcard.getExtendsBound());
    }
    if (type instanceof IntersectionType intersection) {
      return intersection.getBounds().stream().flatMap(this::bounds);
    }
    return type.getKind() == TypeKind.DECLARED ? Stream.of((DeclaredType) type) : Stream.empty();
  }

  private Stream<Step> methods(DeclaredType type) {
    return all(type, ElementKind.METHOD)
        .map(ExecutableElement.class::cast)
        .filter(Members::isReader)
        .map(
            method ->
                new Step(
                    Step.Kind.METHOD,
                    method.getSimpleName().toString(),
                    bounded(
                        MoreTypes.asExecutable(types.asMemberOf(type, method)).getReturnType())));
  }

  private Stream<Step> fields(DeclaredType type) {
    return all(type, ElementKind.FIELD)
        .map(
            field ->
                new Step(
                    Step.Kind.FIELD,
                    field.getSimpleName().toString(),
                    bounded(types.asMemberOf(type, field))));
  }

  /** What is read off a {@code Held<? extends User>} is a {@code User}. */
  private TypeMirror bounded(TypeMirror type) {
    if (!(type instanceof WildcardType wildcard)) {
      return type;
    }
    return wildcard.getExtendsBound() == null
        ? elements.getTypeElement("java.lang.Object").asType()
        : wildcard.getExtendsBound();
  }

  private Stream<? extends Element> all(DeclaredType type, ElementKind kind) {
    return elements.getAllMembers(MoreTypes.asTypeElement(type)).stream()
        .filter(member -> member.getKind() == kind)
        .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
        .filter(access::reaches);
  }

  private static boolean isReader(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getThrownTypes().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !NEVER.contains(method.getSimpleName().toString());
  }

  /** Whether a name looks like a getter's, which people rather give by its property. */
  static boolean isGetter(String name) {
    return name.matches("(get|is)\\P{Ll}.*");
  }

  private static boolean isGetter(Step method) {
    return isGetter(method.name()) && (method.name().startsWith("get") || isBoolean(method.type()));
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || TypeText.of(type).equals("java.lang.Boolean");
  }

  /** {@code id} for {@code getId}; {@code URL} stays as it is, as in JavaBeans. */
  private static String property(String getter) {
    String name = getter.substring(getter.startsWith("is") ? 2 : 3);
    boolean isAcronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return isAcronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
