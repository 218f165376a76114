package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.Optional;

/** All reads of a cache have the same key parts in the same order. */
final class OneKeyRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    for (MethodUse<Read> read : MethodUse.reads(type)) {
      read.read(type)
          .filter(first -> !OverloadRule.isUnnamed(type, read))
          .ifPresent(first -> check(first, read, problems));
    }
  }

  private static void check(MethodUse<Read> first, MethodUse<Read> read, Problems problems) {
    Optional<String> one = first.keyText();
    Optional<String> other = read.keyText();
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      problems.add(
          Problem.CACHE_TWO_KEYS,
          read.place().at("include"),
          read.cache().name(),
          one.get(),
          first.text(),
          other.get(),
          read.text());
    }
  }
}
