package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import java.util.List;
import javax.lang.model.element.AnnotationValue;

/** No name consists of blanks. The empty text is no name at all, but means that none is stated. */
final class BlankNameRule implements TypeRule {
  private static final List<String> NAMES =
      List.of("using", "name", "value", "condition", "unless");

  @Override
  public void check(ServiceModel type, Problems problems) {
    Defaults.of(type.element()).ifPresent(place -> check(place, problems));
    type.uses()
        .map(UseModel::place)
        .forEach(
            place -> {
              check(place, problems);
              checkInclude(place, problems);
            });
  }

  private static void check(Place place, Problems problems) {
    for (String name : NAMES) {
      Place stated = place.at(name);
      if (stated.value().isPresent() && isBlank(stated.value().get().getValue())) {
        problems.add(Problem.NAME_BLANK, stated, name, place.annotationName());
      }
    }
  }

  private static void checkInclude(Place place, Problems problems) {
    Object include = place.at("include").value().map(AnnotationValue::getValue).orElse(List.of());
    for (int i = 0; include instanceof List<?> names && i < names.size(); i++) {
      if (((AnnotationValue) names.get(i)).getValue() instanceof String name && name.isBlank()) {
        Place stated = place.at("include", i);
        problems.add(Problem.NAME_BLANK, stated, "A name in include", place.annotationName());
      }
    }
  }

  private static boolean isBlank(Object value) {
    return value instanceof String text && text.isBlank() && !text.isEmpty();
  }
}
