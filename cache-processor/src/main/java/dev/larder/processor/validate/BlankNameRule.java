package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import java.util.List;

/** No name consists of blanks. The empty text is no name at all, but means that none is stated. */
final class BlankNameRule implements TypeRule {
  private static final List<String> NAMES = List.of("using", "name", "value", "condition", "unless");

  @Override
  public void check(ServiceModel type, Problems problems) {
    Defaults.of(type.element()).ifPresent(place -> check(place, problems));
    type.uses().forEach(use -> check(use.place(), problems));
  }

  private static void check(Place place, Problems problems) {
    for (String name : NAMES) {
      Place stated = place.at(name);
      if (stated.value().isPresent() && isBlank(stated.value().get().getValue())) {
        problems.add(Problem.NAME_BLANK, stated, name, place.annotationName());
      }
    }
  }

  private static boolean isBlank(Object value) {
    return value instanceof String text && text.isBlank() && !text.isEmpty();
  }
}
