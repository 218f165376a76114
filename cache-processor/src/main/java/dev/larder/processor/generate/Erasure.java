package dev.larder.processor.generate;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** The name of a type as the virtual machine knows it. */
final class Erasure {
  private Erasure() {}

  static TypeName of(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> ClassName.get(MoreTypes.asTypeElement(type));
      case ARRAY -> ArrayTypeName.of(of(((ArrayType) type).getComponentType()));
      case TYPEVAR -> of(((TypeVariable) type).getUpperBound());
      case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0));
      case WILDCARD -> ofWildcard((WildcardType) type);
      default -> TypeName.get(type);
    };
  }

  /** Whether erasing a type leaves a generic class without its arguments. */
  static boolean isRaw(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> !MoreTypes.asTypeElement(type).getTypeParameters().isEmpty();
      case ARRAY -> isRaw(((ArrayType) type).getComponentType());
      case TYPEVAR -> isRaw(((TypeVariable) type).getUpperBound());
      case INTERSECTION -> isRaw(((IntersectionType) type).getBounds().get(0));
      default -> false;
    };
  }

  private static TypeName ofWildcard(WildcardType type) {
    return type.getExtendsBound() == null ? ClassName.OBJECT : of(type.getExtendsBound());
  }
}
