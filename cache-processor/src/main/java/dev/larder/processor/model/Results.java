package dev.larder.processor.model;

import com.google.auto.common.MoreTypes;
import dev.larder.processor.model.ValueModel.Form;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What a method's result holds for a cache. */
public final class Results {
  private Results() {}

  /** How a result holds its value. */
  public static Form form(TypeMirror result) {
    if (result.getKind().isPrimitive()) {
      return Form.PRIMITIVE;
    }
    if (result.getKind() != TypeKind.DECLARED) {
      return Form.PLAIN;
    }
    return switch (MoreTypes.asTypeElement(result).getQualifiedName().toString()) {
      case "java.util.Optional" ->
          ((DeclaredType) result).getTypeArguments().isEmpty() ? Form.PLAIN : Form.OPTIONAL;
      case "java.util.OptionalInt" -> Form.OPTIONAL_INT;
      case "java.util.OptionalLong" -> Form.OPTIONAL_LONG;
      case "java.util.OptionalDouble" -> Form.OPTIONAL_DOUBLE;
      default -> Form.PLAIN;
    };
  }

  /** The result out of its {@code Optional}; a primitive stays one. */
  public static TypeMirror value(TypeMirror result, Types types) {
    return switch (form(result)) {
      case PLAIN, PRIMITIVE -> result;
      case OPTIONAL -> ((DeclaredType) result).getTypeArguments().get(0);
      case OPTIONAL_INT -> types.getPrimitiveType(TypeKind.INT);
      case OPTIONAL_LONG -> types.getPrimitiveType(TypeKind.LONG);
      case OPTIONAL_DOUBLE -> types.getPrimitiveType(TypeKind.DOUBLE);
    };
  }
}
