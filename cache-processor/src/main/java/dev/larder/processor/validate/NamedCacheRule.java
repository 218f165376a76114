package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;

/** A put or an evict says which cache it means. */
final class NamedCacheRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.all(type)
        .filter(use -> use.cache().name().isEmpty())
        .forEach(
            use ->
                problems.add(
                    Problem.CACHE_UNNAMED,
                    use.place(),
                    use.annotation(),
                    use.text(),
                    type.element().getSimpleName()));
  }
}
