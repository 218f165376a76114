package dev.larder.processor.generate;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Arrays;
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

  /** The same, but {@code List<?>} for {@code List}. */
  static TypeName unbounded(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(unbounded(array.getComponentType()));
    }
    if (!isRaw(type) || !(of(type) instanceof ClassName raw)) {
      return of(type);
    }
    int count = MoreTypes.asTypeElement(type).getTypeParameters().size();
    TypeName[] any = new TypeName[count];
    Arrays.fill(any, WildcardTypeName.subtypeOf(Object.class));
    return ParameterizedTypeName.get(raw, any);
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
