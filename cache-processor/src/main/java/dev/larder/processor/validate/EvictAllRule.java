package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Evict;

/** What clears a whole cache names no key. */
final class EvictAllRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.of(type, Evict.class)
        .filter(evict -> evict.use().allEntries() && evict.states("include"))
        .forEach(
            evict ->
                problems.add(
                    Problem.EVICT_ALL_WITH_INCLUDE,
                    evict.place().at("include"),
                    evict.cache().name()));
  }
}
