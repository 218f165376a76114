package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.MethodModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import dev.larder.processor.read.MethodText;
import java.util.HashSet;
import java.util.Set;

/** No method is stacked on one cache twice: its second load would wait for its first. */
final class CacheTwiceRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    for (MethodModel method : type.methods()) {
      Set<CacheId> asked = new HashSet<>();
      for (Read read : method.reads()) {
        if (!asked.add(read.cache())) {
          problems.add(
              Problem.CACHE_TWICE,
              read.place(),
              MethodText.of(method.element(), method.type()),
              read.cache().name(),
              read.cache().chain().orElse(""));
        }
      }
    }
  }
}
