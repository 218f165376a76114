package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import java.util.Optional;

/** A put or an evict has the key that the reads of its cache have, or else the other writes. */
final class WriteKeyRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.all(type)
        .filter(use -> !use.use().operation().equals("read"))
        .forEach(use -> use.keyed(type).ifPresent(first -> check(first, use, problems)));
  }

  private static void check(
      MethodUse<UseModel> first, MethodUse<UseModel> write, Problems problems) {
    Optional<String> wanted = first.keyText();
    Optional<String> given = write.keyText();
    if (wanted.isPresent() && given.isPresent() && !wanted.equals(given)) {
      problems.add(
          Problem.KEY_MISMATCH,
          write.place().at("include"),
          write.text(),
          write.cache().name(),
          given.get(),
          first.text(),
          first.verb(),
          wanted.get());
    }
  }
}
