package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The classes that {@code @CacheTypes} names for an open type: on the method, on the service type,
 * on its package, then on the type itself. The first that names one of the type's counts.
 */
final class CacheTypes {
  private static final String CACHE_TYPES = "CacheTypes";

  private final Types types;
  private final List<Element> levels;

  private CacheTypes(Types types, List<Element> levels) {
    this.types = types;
    this.levels = List.copyOf(levels);
  }

  /** As seen from a method of a service type, which may have inherited it. */
  static CacheTypes of(Element method, TypeElement service, Types types) {
    Stream<Element> enclosing =
        Stream.<Element>iterate(service, MoreElements::isType, Element::getEnclosingElement);
    return new CacheTypes(
        types,
        Stream.concat(
                Stream.concat(Stream.of(method), enclosing),
                Stream.of(MoreElements.getPackage(service)))
            .distinct()
            .toList());
  }

  /** The classes that values of an open type are of; none, if nobody says. */
  List<TypeElement> of(DeclaredType open) {
    return Stream.concat(levels.stream(), Stream.of(open.asElement()))
        .map(level -> at(level, open))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<TypeElement> at(Element level, DeclaredType open) {
    return StatedAnnotation.of(level, CACHE_TYPES).stream()
        .flatMap(stated -> stated.types("value").stream())
        .filter(named -> isBelow(named, open))
        .map(MoreTypes::asTypeElement)
        .distinct()
        .toList();
  }

  private boolean isBelow(TypeMirror named, DeclaredType open) {
    return !named.getKind().isPrimitive()
        && MoreTypes.isType(named)
        && named instanceof DeclaredType
        && !types.isSameType(types.erasure(named), types.erasure(open))
        && types.isSubtype(types.erasure(named), types.erasure(open));
  }
}
