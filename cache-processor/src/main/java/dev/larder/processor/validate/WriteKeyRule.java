package dev.larder.processor.validate;

import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.UseModel;
import dev.larder.processor.read.TypeText;
import java.util.Optional;
import java.util.stream.Collectors;

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
    Optional<String> given =
        write.keyText().or(() -> wanted.flatMap(parts -> unread(write, parts)));
    if (wanted.isPresent() && given.isPresent() && !wanted.equals(given)) {
      problems.add(
          Problem.KEY_MISMATCH,
          write.place().at("include"),
          write.text(),
          write.cache().name(),
          given.get(),
          first.text(),
          first.verb(),
          wanted.get(),
          KeyMend.of(write.use().operation(), wanted.get()));
    }
  }

  /** The parameters of an evict that were not read, since no key of them can be the reads'. */
  private static Optional<String> unread(MethodUse<UseModel> write, String wanted) {
    boolean isUnread =
        wanted.isEmpty()
            && write.use().operation().equals("evict")
            && write.use().key().isEmpty()
            && !write.states("include");
    return isUnread
        ? Optional.of(
            write.method().type().getParameterTypes().stream()
                .map(TypeText::of)
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }
}
