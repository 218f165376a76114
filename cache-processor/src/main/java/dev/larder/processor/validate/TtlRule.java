package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.SettingsModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.TypeText;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;

/**
 * Times to live are not negative, no other is above that of the values, and entries that are to
 * grow old have an end.
 */
final class TtlRule implements TypeRule {
  private static final List<String> TTLS =
      List.of("ttl", "localTtl", "nullTtl", "refreshAfter", "staleTtl");

  @Override
  public void check(ServiceModel type, Problems problems) {
    Defaults.of(type.element()).ifPresent(place -> checkSign(place, problems));
    MethodUse.reads(type)
        .forEach(
            read -> {
              checkSign(read.place(), problems);
              SettingsModel settings = type.settings(read.cache()).orElseThrow();
              checkOrder(Problem.LOCAL_TTL_ABOVE, "localTtl", settings.ttl(), read, problems);
              checkOrder(Problem.NULL_TTL_ABOVE, "nullTtl", settings.ttl(), read, problems);
              checkRefresh(settings.ttl(), read, problems);
              checkEnd("refreshAfter", settings.ttl(), read, problems);
              checkEnd("staleTtl", settings.ttl(), read, problems);
              checkUse(read, problems);
            });
  }

  private static void checkSign(Place place, Problems problems) {
    for (String ttl : TTLS) {
      Place stated = place.at(ttl);
      seconds(stated)
          .filter(value -> value < -1)
          .ifPresent(value -> problems.add(Problem.TTL_NEGATIVE, stated, ttl, value));
    }
  }

  private static void checkOrder(
      Problem problem,
      String shorter,
      Optional<Long> ttl,
      MethodUse<Read> read,
      Problems problems) {
    Place place = read.place().at(shorter);
    long longest = ttl.orElse(0L);
    seconds(place)
        .filter(stated -> longest > 0 && stated > longest)
        .ifPresent(stated -> problems.add(problem, place, stated, longest));
  }

  private static void checkRefresh(Optional<Long> ttl, MethodUse<Read> read, Problems problems) {
    Place place = read.place().at("refreshAfter");
    long longest = ttl.orElse(0L);
    seconds(place)
        .filter(stated -> longest > 0 && stated >= longest)
        .ifPresent(stated -> problems.add(Problem.REFRESH_AFTER_ABOVE, place, stated, longest));
  }

  private static void checkEnd(
      String age, Optional<Long> ttl, MethodUse<Read> read, Problems problems) {
    Place place = read.place().at(age);
    seconds(place)
        .filter(stated -> stated > 0 && ttl.filter(seconds -> seconds == 0).isPresent())
        .ifPresent(stated -> problems.add(Problem.AGE_WITHOUT_END, place, age, stated, age));
  }

  private static void checkUse(MethodUse<Read> read, Problems problems) {
    Place place = read.place().at("nullTtl");
    TypeMirror result = read.method().type().getReturnType();
    if (result.getKind().isPrimitive() && seconds(place).filter(stated -> stated > 0).isPresent()) {
      problems.add(Problem.NULL_TTL_UNUSED, place, read.text(), TypeText.of(result));
    }
  }

  private static Optional<Long> seconds(Place place) {
    // What does not compile has a value of another kind.
    return place
        .value()
        .map(AnnotationValue::getValue)
        .filter(Long.class::isInstance)
        .map(Long.class::cast);
  }
}
