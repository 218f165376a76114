package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;

/** A jitter is a share. */
final class JitterRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    type.reads()
        .forEach(
            read -> {
              Place stated = read.place().at("jitter");
              stated
                  .value()
                  .filter(value -> value.getValue() instanceof Double share && !isShare(share))
                  .ifPresent(
                      value -> problems.add(Problem.JITTER_OUT_OF_RANGE, stated, value.getValue()));
            });
  }

  private static boolean isShare(double jitter) {
    return jitter == -1 || (jitter >= 0 && jitter <= 1);
  }
}
