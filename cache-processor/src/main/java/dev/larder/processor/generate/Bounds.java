package dev.larder.processor.generate;

import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The bounds of a wildcard: at most one. */
final class Bounds {
  private Bounds() {}

  static Stream<TypeMirror> of(WildcardType wildcard) {
    return Stream.concat(
        Stream.ofNullable(wildcard.getExtendsBound()), Stream.ofNullable(wildcard.getSuperBound()));
  }
}
