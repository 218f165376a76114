package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Finds what is not there yet, because another processor is still to write it, in whatever a
 * service's keys and values can reach.
 */
public final class Unresolved {
  private final Sources sources;
  private final Predicate<TypeMirror> missing;
  private final Predicate<TypeElement> incomplete;
  private final Set<TypeElement> seen = new HashSet<>();

  private Unresolved(
      Sources sources, Predicate<TypeMirror> missing, Predicate<TypeElement> incomplete) {
    this.sources = sources;
    this.missing = missing;
    this.incomplete = incomplete;
  }

  /** Finds types that do not exist. */
  public static Unresolved types(Sources sources) {
    return new Unresolved(sources, type -> type.getKind() == TypeKind.ERROR, type -> false);
  }

  /** Finds types that are to get more members. */
  public static Unresolved members(Sources sources, AwaitedMembers awaited) {
    return new Unresolved(sources, type -> false, awaited::isIn);
  }

  /** Whether there is one. */
  public boolean isIn(ServiceModel service) {
    return incomplete.test(service.element()) || isInMethods(service);
  }

  private boolean isInMethods(ServiceModel service) {
    return service.methods().stream()
        .filter(method -> !method.uses().isEmpty() || method.isWritten())
        .flatMap(Unresolved::signature)
        .anyMatch(this::isIn);
  }

  private static Stream<TypeMirror> signature(MethodModel method) {
    return Stream.of(
            Stream.of(method.type().getReturnType()),
            method.type().getParameterTypes().stream(),
            method.type().getThrownTypes().stream())
        .flatMap(types -> types);
  }

  private boolean isIn(TypeMirror type) {
    if (missing.test(type)) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isIn(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.concat(
              Stream.ofNullable(wildcard.getExtendsBound()),
              Stream.ofNullable(wildcard.getSuperBound()))
          .anyMatch(this::isIn);
    }
    return type.getKind() == TypeKind.DECLARED && isInDeclared((DeclaredType) type);
  }

  private boolean isInDeclared(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    return type.getTypeArguments().stream().anyMatch(this::isIn)
        || (sources.has(element) && seen.add(element) && isInMembers(element));
  }

  private boolean isInMembers(TypeElement element) {
    return incomplete.test(element)
        || isIn(element.getSuperclass())
        || element.getInterfaces().stream().anyMatch(this::isIn)
        || element.getEnclosedElements().stream().flatMap(Unresolved::read).anyMatch(this::isIn);
  }

  /** What can be read off a member. */
  private static Stream<TypeMirror> read(Element member) {
    if (member.getKind() == ElementKind.METHOD) {
      return Stream.of(((ExecutableType) member.asType()).getReturnType());
    }
    return member.getKind().isField() ? Stream.of(member.asType()) : Stream.empty();
  }
}
