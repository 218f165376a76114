package dev.larder.processor.generate;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Says whether a type is fully there at run time (JLS 4.7). */
final class Reifiable {
  private Reifiable() {}

  static boolean is(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return is(array.getComponentType());
    }
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream().allMatch(Reifiable::isUnbounded);
    }
    return type.getKind() != TypeKind.TYPEVAR;
  }

  private static boolean isUnbounded(TypeMirror argument) {
    return argument instanceof WildcardType wildcard
        && wildcard.getExtendsBound() == null
        && wildcard.getSuperBound() == null;
  }
}
