package dev.larder.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The interfaces behind which a class that cannot be extended is decorated. */
final class Interfaces {
  /** What these implement is not what their users declared. */
  private static final Set<String> ROOTS =
      Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record");

  private final Types types;

  Interfaces(Types types) {
    this.types = types;
  }

  /** Those of the class and of what it extends, in source order; none that another one implies. */
  List<DeclaredType> of(DeclaredType type) {
    List<DeclaredType> all = new ArrayList<>();
    gather(type, all);
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> other != one && implies(other, one, all)))
        .toList();
  }

  private boolean implies(DeclaredType other, DeclaredType one, List<DeclaredType> all) {
    return types.isSameType(other, one)
        ? all.indexOf(other) < all.indexOf(one)
        : types.isSubtype(other, one);
  }

  private void gather(DeclaredType type, List<DeclaredType> all) {
    for (TypeMirror above : types.directSupertypes(type)) {
      if (above.getKind() == TypeKind.DECLARED) {
        gatherFrom(MoreTypes.asDeclared(above), all);
      }
    }
  }

  private void gatherFrom(DeclaredType above, List<DeclaredType> all) {
    TypeElement element = MoreTypes.asTypeElement(above);
    if (!element.getKind().isInterface()) {
      if (!ROOTS.contains(element.getQualifiedName().toString())) {
        gather(above, all);
      }
    } else {
      all.add(above);
    }
  }
}
