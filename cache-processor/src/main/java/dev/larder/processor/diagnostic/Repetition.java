package dev.larder.processor.diagnostic;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Counts repeated annotations. */
final class Repetition {
  private Repetition() {}

  /** Which of its kind an annotation is, from 0, if it stands in a list of such. */
  static Optional<Integer> of(Element element, AnnotationMirror annotation) {
    return element.getAnnotationMirrors().stream()
        .flatMap(mirror -> mirror.getElementValues().values().stream())
        .map(AnnotationValue::getValue)
        .filter(List.class::isInstance)
        .map(list -> index((List<?>) list, annotation))
        .filter(index -> index >= 0)
        .findFirst();
  }

  private static int index(List<?> values, AnnotationMirror annotation) {
    for (int i = 0; i < values.size(); i++) {
      if (((AnnotationValue) values.get(i)).getValue() == annotation) {
        return i;
      }
    }
    return -1;
  }
}
