package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Says what to do about a type that has no text. */
final class PartMend {
  private static final int SHOWN = 3;

  /** A flag tells no two values apart. */
  private static final Set<String> BOOLEAN = Set.of("boolean", "java.lang.Boolean");

  private final Types types;
  private final Members members;

  PartMend(Types types, Elements elements, TypeElement service) {
    this.types = types;
    this.members = new Members(types, elements, new Access(MoreElements.getPackage(service)));
  }

  /** The mend for a type at a path. */
  String of(TypeMirror type, String path) {
    if (isCollection(type)) {
      return "declare it as a List or a Set";
    }
    Map<Likeness, List<String>> readable = scalars(type);
    if (readable.isEmpty()) {
      return keyPart(type);
    }
    Map.Entry<Likeness, List<String>> best = readable.entrySet().iterator().next();
    return (best.getKey().isIdentity()
            ? identity(path, best.getValue().get(0))
            : parts(path, best.getValue()))
        + ", or "
        + keyPart(type);
  }

  private static String identity(String path, String member) {
    return String.format("read what identifies it, as in include = \"%s.%s\"", path, member);
  }

  /** No single member identifies the value, so one alone would let different values meet. */
  private static String parts(String path, List<String> members) {
    return members.stream()
        .limit(SHOWN)
        .map(member -> "\"" + path + "." + member + "\"")
        .collect(Collectors.joining(", ", "read all that tells two apart, as in include = {", "}"));
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

  /** A {@code Path} and much else can be iterated without being a collection. */
  private boolean isCollection(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && (MoreTypes.isTypeOf(Iterable.class, type)
            || Supertypes.of(MoreTypes.asDeclared(type), types)
                .anyMatch(above -> MoreTypes.isTypeOf(Collection.class, above)));
  }

  /** The members that can stand in a key, those first that more likely identify a value. */
  private SortedMap<Likeness, List<String>> scalars(TypeMirror type) {
    if (type.getKind() == TypeKind.DECLARED && isOfPlatform(type)) {
      return new TreeMap<>();
    }
    return members.of(type).entrySet().stream()
        .filter(entry -> isScalar(entry.getValue().get(0).type()))
        .filter(entry -> !Members.isGetter(entry.getKey()))
        .collect(
            Collectors.groupingBy(
                entry -> Likeness.of(entry.getKey(), entry.getValue()),
                TreeMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  private static boolean isEnum(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asElement(type).getKind() == ElementKind.ENUM;
  }

  private static boolean isOfPlatform(TypeMirror type) {
    return MoreElements.getPackage(MoreTypes.asElement(type))
        .getQualifiedName()
        .toString()
        .startsWith("java.");
  }

  private boolean isScalar(TypeMirror type) {
    return (type.getKind().isPrimitive() || type.getKind() == TypeKind.DECLARED)
        && !BOOLEAN.contains(TypeText.of(type))
        && (isEnum(type) || ScalarParts.of(type, types).isPresent());
  }
}
