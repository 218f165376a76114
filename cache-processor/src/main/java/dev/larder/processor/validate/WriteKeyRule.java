package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.model.UseModel.Read;
import java.util.Optional;

/** A put or an evict has the key that the reads of its cache have. */
final class WriteKeyRule implements TypeRule {
  @Override
  public void check(ServiceModel type, Problems problems) {
    MethodUse.all(type)
        .filter(use -> !use.use().operation().equals("read"))
        .forEach(use -> use.read(type).ifPresent(read -> check(read, use, problems)));
  }

  private static void check(MethodUse<Read> read, MethodUse<UseModel> write, Problems problems) {
    Optional<String> wanted = read.keyText();
    Optional<String> given = write.keyText();
    if (wanted.isPresent() && given.isPresent() && !wanted.equals(given)) {
      problems.add(
          Problem.KEY_MISMATCH,
          write.place().at("include"),
          write.text(),
          write.cache().name(),
          given.get(),
          read.text(),
          wanted.get());
    }
  }
}
