package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Says what to do about a type that has no text. */
final class PartMend {
  private final Types types;
  private final Members members;

  PartMend(Types types, Elements elements, TypeElement service) {
    this.types = types;
    this.members = new Members(types, elements, new Access(MoreElements.getPackage(service)));
  }

  /** The mend for a type at a path. */
  String of(TypeMirror type, String path) {
    Optional<String> member = isCollection(type) ? Optional.empty() : identity(type);
    if (member.isPresent()) {
      return String.format(
          "read what identifies it, as in include = \"%s.%s\", or %s",
          path, member.get(), keyPart(type));
    }
    return isCollection(type) ? "declare it as a List or a Set" : keyPart(type);
  }

  /** The mend for a type variable. */
  String variable(TypeMirror variable) {
    return "declare and annotate the method in a type that says what "
        + TypeText.of(variable)
        + " is";
  }

  /** The mend that is left where nothing can be read. */
  String keyPart(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? "give " + MoreTypes.asTypeElement(type).getSimpleName() + " a KeyPart by @KeyedBy"
        : "leave it out of include";
  }

  private boolean isCollection(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && Supertypes.of(MoreTypes.asDeclared(type), types)
            .anyMatch(above -> MoreTypes.isTypeOf(Iterable.class, above));
  }

  /** The member that most likely identifies a value: a scalar named id, or else like an id. */
  private Optional<String> identity(TypeMirror type) {
    if (type.getKind() == TypeKind.DECLARED && isOfPlatform(type)) {
      return Optional.empty();
    }
    return members.of(type).entrySet().stream()
        .filter(entry -> isScalar(entry.getValue().get(0).type()))
        .map(Map.Entry::getKey)
        .filter(name -> !Members.isGetter(name))
        .min(Comparator.comparingInt(PartMend::unlikeness));
  }

  private static boolean isOfPlatform(TypeMirror type) {
    return MoreElements.getPackage(MoreTypes.asElement(type))
        .getQualifiedName()
        .toString()
        .startsWith("java.");
  }

  private boolean isScalar(TypeMirror type) {
    return (type.getKind().isPrimitive() || type.getKind() == TypeKind.DECLARED)
        && ScalarParts.of(type, types).isPresent();
  }

  private static int unlikeness(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("id")) {
      return 0;
    }
    return lower.endsWith("id") || lower.endsWith("key") || lower.endsWith("code") ? 1 : 2;
  }
}
