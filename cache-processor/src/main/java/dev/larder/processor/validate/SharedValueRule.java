package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.model.RecordedUse;
import java.util.List;

/** A cache holds values of one type, whichever type reads it. */
final class SharedValueRule implements CompilationRule {
  @Override
  public void check(List<RecordedUse> uses, Findings findings) {
    List<RecordedUse> reads =
        uses.stream().filter(use -> use.isRead() && use.value().isPresent()).toList();
    for (RecordedUse read : reads) {
      OtherTypes.before(reads, read, SharedValueRule::differ)
          .ifPresent(other -> report(other, read, findings));
    }
  }

  private static boolean differ(RecordedUse other, RecordedUse read) {
    return other.meets(read) && !other.value().equals(read.value());
  }

  private static void report(RecordedUse other, RecordedUse read, Findings findings) {
    findings.add(
        Problem.CACHE_TWO_VALUES,
        read,
        "name",
        read.cache().name(),
        other.value().orElseThrow(),
        OtherTypes.text(other),
        read.value().orElseThrow(),
        OtherTypes.text(read));
  }
}
