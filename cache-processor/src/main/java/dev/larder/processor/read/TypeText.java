package dev.larder.processor.read;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** A type as source text: full names, type arguments, no type annotations. */
public final class TypeText {
  private TypeText() {}

  /** The text of a type. */
  public static String of(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED, ERROR -> declared((DeclaredType) type);
      case ARRAY -> of(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
      case WILDCARD -> wildcard((WildcardType) type);
      case INTERSECTION ->
          ((IntersectionType) type)
              .getBounds().stream().map(TypeText::of).collect(Collectors.joining(" & "));
      default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String declared(DeclaredType type) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    DeclaredType outer =
        type.getEnclosingType().getKind() == TypeKind.DECLARED
            ? (DeclaredType) type.getEnclosingType()
            : null;
    if (outer != null && !outer.getTypeArguments().isEmpty()) {
      name = declared(outer) + "." + type.asElement().getSimpleName();
    }
    return name + arguments(type.getTypeArguments());
  }

  private static String arguments(List<? extends TypeMirror> arguments) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
  }

  private static String wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + of(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
  }
}
