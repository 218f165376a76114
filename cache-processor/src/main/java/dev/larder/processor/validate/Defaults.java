package dev.larder.processor.validate;

import com.google.auto.common.MoreElements;
import dev.larder.processor.diagnostic.Place;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Where {@code @CacheDefaults} stands. */
final class Defaults {
  private static final String NAME = "dev.larder.annotation.CacheDefaults";

  private Defaults() {}

  /** Its place on a type, if the type has it. */
  static Optional<Place> of(TypeElement type) {
    Optional<AnnotationMirror> found = MoreElements.getAnnotationMirror(type, NAME).toJavaUtil();
    return found.map(annotation -> Place.of(type, annotation));
  }

  /** What an attribute of it says, unless that is what it says by default. */
  static Optional<Place> stated(TypeElement type, String attribute) {
    return of(type)
        .map(place -> place.at(attribute))
        .filter(place -> place.value().isPresent())
        .filter(place -> isSet(place.value().get().getValue()));
  }

  private static boolean isSet(Object value) {
    return value instanceof Long seconds ? seconds != -1 : !value.equals("");
  }
}
