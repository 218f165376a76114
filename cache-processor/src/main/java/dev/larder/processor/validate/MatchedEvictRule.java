package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.NearName;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.RecordedUse;
import java.util.List;
import java.util.Optional;

/** Warns of evicts and puts that reach no cache that is read in this compilation. */
final class MatchedEvictRule implements CompilationRule {
  @Override
  public void check(List<RecordedUse> uses, Findings findings) {
    List<RecordedUse> reads = uses.stream().filter(RecordedUse::isRead).toList();
    List<String> read = reads.stream().map(use -> use.cache().name()).distinct().toList();
    uses.stream()
        .filter(use -> !use.isRead())
        .filter(use -> !read.contains(use.cache().name()))
        .forEach(
            use ->
                findings.add(
                    Problem.EVICT_UNMATCHED,
                    use,
                    "name",
                    use.method(),
                    use.operation().equals("put") ? "puts into" : "evicts from",
                    use.cache().name(),
                    mend(use.cache().name(), read)));
  }

  private static String mend(String name, List<String> read) {
    Optional<String> near = NearName.of(name, read);
    return near.isPresent()
        ? ". Did you mean \"" + near.get() + "\"?"
        : "; correct the name, or suppress this if another module reads it.";
  }
}
