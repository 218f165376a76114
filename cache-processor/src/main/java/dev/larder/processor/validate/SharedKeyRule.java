package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.RecordedUse;
import java.util.List;

/** All reads of a cache have the same key parts in the same order, whichever type reads it. */
final class SharedKeyRule implements CompilationRule {
  @Override
  public void check(List<RecordedUse> uses, Findings findings) {
    List<RecordedUse> reads =
        uses.stream().filter(use -> use.isRead() && use.key().isPresent()).toList();
    for (RecordedUse read : reads) {
      OtherTypes.before(reads, read, SharedKeyRule::differ)
          .ifPresent(other -> report(other, read, findings));
    }
  }

  private static boolean differ(RecordedUse other, RecordedUse read) {
    return other.meets(read) && !other.key().equals(read.key());
  }

  private static void report(RecordedUse other, RecordedUse read, Findings findings) {
    findings.add(
        Problem.CACHE_TWO_KEYS,
        read,
        "include",
        read.cache().name(),
        other.keyText().orElseThrow(),
        OtherTypes.text(other),
        read.keyText().orElseThrow(),
        OtherTypes.text(read));
  }
}
