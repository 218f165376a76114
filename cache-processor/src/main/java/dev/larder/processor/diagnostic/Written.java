package dev.larder.processor.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;

/**
 * Where in an annotation a value was written.
 *
 * @param attribute the attribute's name
 * @param index which element of the attribute, if it is a list; -1 for the whole of it
 */
record Written(String attribute, int index) {

  /** Finds a value in its annotation. */
  static Optional<Written> of(AnnotationMirror annotation, AnnotationValue wanted) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      String attribute = entry.getKey().getSimpleName().toString();
      if (entry.getValue() == wanted) {
        return Optional.of(new Written(attribute, -1));
      }
      if (entry.getValue().getValue() instanceof List<?> list && list.contains(wanted)) {
        return Optional.of(new Written(attribute, list.indexOf(wanted)));
      }
    }
    return Optional.empty();
  }
}
