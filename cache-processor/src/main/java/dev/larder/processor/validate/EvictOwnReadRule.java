package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.CacheId;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Evict;
import dev.larder.processor.model.UseModel.Read;
import java.util.List;
import java.util.Optional;

/** A method does not evict what it reads: the evict would end its own load. */
final class EvictOwnReadRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.of(type, Evict.class)
        .filter(EvictOwnReadRule::meetsOwnRead)
        .forEach(
            evict ->
                problems.add(
                    Problem.EVICT_OWN_READ, evict.place(), evict.text(), evict.cache().name()));
  }

  private static boolean meetsOwnRead(MethodUse<Evict> evict) {
    return evict.method().reads().stream()
        .filter(read -> meets(evict.cache(), read.cache()))
        .anyMatch(read -> evict.use().allEntries() || isSameKey(evict.use(), read));
  }

  private static boolean meets(CacheId evicted, CacheId read) {
    return evicted.name().equals(read.name())
        && (evicted.chain().isEmpty() || evicted.chain().equals(read.chain()));
  }

  private static boolean isSameKey(Evict evict, Read read) {
    return evict.key().isPresent() && paths(evict.key()).equals(paths(read.key()));
  }

  private static Optional<List<String>> paths(Optional<KeyModel> key) {
    return key.map(found -> found.parts().stream().map(part -> part.path().text()).toList());
  }
}
