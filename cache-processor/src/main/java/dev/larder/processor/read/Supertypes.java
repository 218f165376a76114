package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A type and all that it extends and implements. */
public final class Supertypes {
  private Supertypes() {}

  /** The type itself first, each class or interface once. */
  public static Stream<DeclaredType> of(DeclaredType type, Types types) {
    Map<TypeElement, DeclaredType> found = new LinkedHashMap<>();
    gather(type, types, found);
    return found.values().stream();
  }

  private static void gather(DeclaredType type, Types types, Map<TypeElement, DeclaredType> found) {
    if (found.putIfAbsent(MoreTypes.asTypeElement(type), type) != null) {
      return;
    }
    for (TypeMirror above : types.directSupertypes(type)) {
      if (above.getKind() == TypeKind.DECLARED) {
        gather(MoreTypes.asDeclared(above), types, found);
      }
    }
  }
}
