package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Types without wildcards and variables: what takes their place is their bound. */
final class ClosedTypes {
  private final Types types;
  private final TypeMirror object;
  private final Set<Element> variables = new HashSet<>();

  ClosedTypes(Types types, Elements elements) {
    this.types = types;
    this.object = elements.getTypeElement("java.lang.Object").asType();
  }

  /** The type that stands for it. */
  TypeMirror of(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> types.getArrayType(of(((ArrayType) type).getComponentType()));
      case TYPEVAR -> ofVariable((TypeVariable) type);
      case WILDCARD -> ofWildcard((WildcardType) type);
      case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0));
      case DECLARED -> ofDeclared((DeclaredType) type);
      default -> type;
    };
  }

  /** A variable whose bound names itself is bounded by a raw type. */
  private TypeMirror ofVariable(TypeVariable type) {
    if (!variables.add(type.asElement())) {
      return object;
    }
    TypeMirror closed = of(type.getUpperBound());
    variables.remove(type.asElement());
    return closed;
  }

  private TypeMirror ofWildcard(WildcardType type) {
    return type.getExtendsBound() == null ? object : of(type.getExtendsBound());
  }

  private DeclaredType ofDeclared(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (element.getTypeParameters().isEmpty() || isInner(type)) {
      return type;
    }
    List<TypeMirror> arguments = new ArrayList<>();
    for (int i = 0; i < element.getTypeParameters().size(); i++) {
      TypeParameterElement parameter = element.getTypeParameters().get(i);
      arguments.add(
          i < type.getTypeArguments().size()
              ? ofArgument(type.getTypeArguments().get(i), parameter)
              : of(parameter.asType()));
    }
    return types.getDeclaredType(element, arguments.toArray(new TypeMirror[0]));
  }

  /** The bound of a wildcard without one is that of the parameter. */
  private TypeMirror ofArgument(TypeMirror argument, TypeParameterElement parameter) {
    boolean isUnbounded =
        argument instanceof WildcardType wildcard && wildcard.getExtendsBound() == null;
    return of(isUnbounded ? parameter.asType() : argument);
  }

  private static boolean isInner(DeclaredType type) {
    return type.getEnclosingType().getKind() == TypeKind.DECLARED;
  }

  /** A subtype of a closed type, its arguments as the supertype tells them. */
  DeclaredType below(DeclaredType above, TypeElement element) {
    List<TypeMirror> arguments = new ArrayList<>();
    DeclaredType seen =
        Supertypes.of(MoreTypes.asDeclared(element.asType()), types)
            .filter(one -> one.asElement().equals(above.asElement()))
            .findFirst()
            .orElse(above);
    for (TypeParameterElement parameter : element.getTypeParameters()) {
      arguments.add(argument(parameter, seen, above));
    }
    return arguments.isEmpty()
        ? MoreTypes.asDeclared(element.asType())
        : types.getDeclaredType(element, arguments.toArray(new TypeMirror[0]));
  }

  private TypeMirror argument(
      TypeParameterElement parameter, DeclaredType seen, DeclaredType above) {
    for (int i = 0; i < above.getTypeArguments().size(); i++) {
      if (types.isSameType(seen.getTypeArguments().get(i), parameter.asType())) {
        return above.getTypeArguments().get(i);
      }
    }
    return of(parameter.asType());
  }
}
