package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.RecordedUse;
import java.util.List;

/** A cache's name stands for one chain in all types, unless one method is stacked on several. */
final class SharedChainRule implements CompilationRule {
  @Override
  public void check(List<RecordedUse> uses, Findings findings) {
    for (RecordedUse use : uses) {
      OtherTypes.before(uses, use, (other, own) -> differ(other, own) && !stacked(uses, other, own))
          .ifPresent(other -> report(other, use, findings));
    }
  }

  private static boolean differ(RecordedUse other, RecordedUse use) {
    return other.cache().name().equals(use.cache().name()) && !other.meets(use);
  }

  private static boolean stacked(List<RecordedUse> uses, RecordedUse first, RecordedUse second) {
    return uses.stream()
        .filter(use -> use.isRead() && use.cache().equals(first.cache()))
        .anyMatch(
            use ->
                uses.stream()
                    .filter(beside -> beside.isRead() && beside.cache().equals(second.cache()))
                    .anyMatch(beside -> isSameMethod(beside, use)));
  }

  private static boolean isSameMethod(RecordedUse one, RecordedUse other) {
    return one.type().equals(other.type()) && one.method().equals(other.method());
  }

  private static void report(RecordedUse other, RecordedUse use, Findings findings) {
    findings.add(
        Problem.CACHE_TWO_CHAINS,
        use,
        "using",
        use.cache().name(),
        other.cache().chain().orElseThrow(),
        OtherTypes.text(other),
        use.cache().chain().orElseThrow(),
        OtherTypes.text(use));
  }
}
