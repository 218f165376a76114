package dev.larder.processor.diagnostic;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where a problem's caret stands: on the annotation's value if there is one, else on the
 * annotation, else on the element.
 *
 * @param element what is annotated, or what the problem is about
 * @param annotation the annotation, where one is the matter
 * @param value the value of one of its attributes, where it was written
 */
public record Place(
    Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

  /** The name of an element. */
  public static Place of(Element element) {
    return new Place(element, Optional.empty(), Optional.empty());
  }

  /** An annotation of an element. */
  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, Optional.of(annotation), Optional.empty());
  }

  /** What an attribute of this place's annotation was set to; the annotation, if it was not set. */
  public Place at(String attribute) {
    return new Place(element, annotation, annotation.flatMap(found -> written(found, attribute)));
  }

  /**
   * One element of an attribute that is an array; the whole value, if it was written without
   * braces.
   */
  public Place at(String attribute, int index) {
    Place whole = at(attribute);
    Optional<AnnotationValue> one =
        whole.value.flatMap(
            value ->
                value.getValue() instanceof List<?> list
                        && index < list.size()
                        && list.get(index) instanceof AnnotationValue item
                    ? Optional.of(item)
                    : Optional.empty());
    return one.isPresent() ? new Place(element, annotation, one) : whole;
  }

  /** The simple name of the annotation; empty where there is none. */
  public String annotationName() {
    return annotation
        .map(found -> found.getAnnotationType().asElement().getSimpleName().toString())
        .orElse("");
  }

  private static Optional<AnnotationValue> written(AnnotationMirror annotation, String attribute) {
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> (AnnotationValue) entry.getValue())
        .findFirst();
  }
}
