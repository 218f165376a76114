package dev.larder.processor.read;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import dev.larder.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** One of Larder's annotations as it stands in the source, its attributes by name. */
final class StatedAnnotation {
  private static final String PACKAGE = "dev.larder.annotation.";

  private final String kind;
  private final Element element;
  private final AnnotationMirror mirror;

  private StatedAnnotation(String kind, Element element, AnnotationMirror mirror) {
    this.kind = kind;
    this.element = element;
    this.mirror = mirror;
  }

  /** Those of an element, in source order, repeated ones taken out of their list. */
  static List<StatedAnnotation> of(Element element) {
    return element.getAnnotationMirrors().stream()
        .flatMap(mirror -> unfold(element, mirror))
        .collect(Collectors.toUnmodifiableList());
  }

  /** The one of that simple name, if the element has it. */
  static Optional<StatedAnnotation> of(Element element, String kind) {
    return of(element).stream().filter(stated -> stated.kind.equals(kind)).findFirst();
  }

  private static Stream<StatedAnnotation> unfold(Element element, AnnotationMirror mirror) {
    String name = MoreTypes.asTypeElement(mirror.getAnnotationType()).getQualifiedName().toString();
    if (!name.startsWith(PACKAGE)) {
      return Stream.empty();
    }
    String kind = name.substring(PACKAGE.length());
    if (!kind.endsWith(".List")) {
      return Stream.of(new StatedAnnotation(kind, element, mirror));
    }
    return items(AnnotationMirrors.getAnnotationValue(mirror, "value")).stream()
        .filter(AnnotationMirror.class::isInstance)
        .flatMap(item -> unfold(element, (AnnotationMirror) item));
  }

  /** Its simple name. */
  String kind() {
    return kind;
  }

  /** Where it stands. */
  Place place() {
    return Place.of(element, mirror);
  }

  /** A text; empty if it is the empty text, which means that it is not set. */
  Optional<String> text(String attribute) {
    return value(attribute, String.class).filter(text -> !text.isEmpty());
  }

  /** A list of texts. */
  List<String> texts(String attribute) {
    return items(AnnotationMirrors.getAnnotationValue(mirror, attribute)).stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableList());
  }

  /** A list of classes. */
  List<TypeMirror> types(String attribute) {
    return items(AnnotationMirrors.getAnnotationValue(mirror, attribute)).stream()
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast)
        .collect(Collectors.toUnmodifiableList());
  }

  /** A number; empty if it is -1, which means that it is not set. */
  Optional<Long> seconds(String attribute) {
    return value(attribute, Long.class).filter(seconds -> seconds != -1);
  }

  /** A share; empty if it is -1, which means that it is not set. */
  Optional<Double> share(String attribute) {
    return value(attribute, Double.class).filter(share -> share != -1);
  }

  /** A switch. */
  boolean isSet(String attribute) {
    return value(attribute, Boolean.class).orElse(false);
  }

  private <T> Optional<T> value(String attribute, Class<T> type) {
    Object value = AnnotationMirrors.getAnnotationValue(mirror, attribute).getValue();
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  private static List<Object> items(AnnotationValue value) {
    if (!(value.getValue() instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .filter(AnnotationValue.class::isInstance)
        .map(item -> ((AnnotationValue) item).getValue())
        .collect(Collectors.toUnmodifiableList());
  }
}
