package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.SettingsModel;
import java.util.List;

/** Times to live are not negative, and the local one is not above the other. */
final class TtlRule implements TypeRule {
  private static final List<String> TTLS = List.of("ttl", "localTtl", "nullTtl");

  @Override
  public void check(ServiceModel type, Problems problems) {
    Defaults.of(type.element()).ifPresent(place -> checkSign(place, problems));
    MethodUse.reads(type)
        .forEach(
            read -> {
              checkSign(read.place(), problems);
              if (read.states("localTtl")) {
                SettingsModel settings = type.settings(read.cache()).orElseThrow();
                checkOrder(settings, read.place().at("localTtl"), problems);
              }
            });
  }

  private static void checkSign(Place place, Problems problems) {
    for (String ttl : TTLS) {
      Place stated = place.at(ttl);
      stated
          .value()
          .filter(value -> value.getValue() instanceof Long seconds && seconds < -1)
          .ifPresent(value -> problems.add(Problem.TTL_NEGATIVE, stated, ttl, value.getValue()));
    }
  }

  private static void checkOrder(SettingsModel settings, Place place, Problems problems) {
    long ttl = settings.ttl().orElse(0L);
    long localTtl = settings.localTtl().orElse(0L);
    if (ttl > 0 && localTtl > ttl) {
      problems.add(Problem.LOCAL_TTL_ABOVE, place, localTtl, ttl);
    }
  }
}
