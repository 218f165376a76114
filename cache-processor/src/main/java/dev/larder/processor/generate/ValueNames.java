package dev.larder.processor.generate;

import com.google.auto.common.MoreTypes;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Names types as people do: {@code UserList} for {@code List<User>}. */
final class ValueNames {
  private ValueNames() {}

  /** The name of a type: its arguments, then its own. */
  static String of(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> of(((ArrayType) type).getComponentType()) + "Array";
      case DECLARED -> declared((DeclaredType) type);
      case WILDCARD -> wildcard((WildcardType) type);
      case TYPEVAR -> of(MoreTypes.asTypeVariable(type).getUpperBound());
      default -> Words.type(type.toString());
    };
  }

  private static String declared(DeclaredType type) {
    StringBuilder name = new StringBuilder();
    type.getTypeArguments().forEach(argument -> name.append(of(argument)));
    return name.append(type.asElement().getSimpleName()).toString();
  }

  private static String wildcard(WildcardType type) {
    return type.getExtendsBound() == null
        ? "Any"
        : type.getExtendsBound().getKind() == TypeKind.NONE ? "Any" : of(type.getExtendsBound());
  }
}
