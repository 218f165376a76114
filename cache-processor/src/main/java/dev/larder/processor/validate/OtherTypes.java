package dev.larder.processor.validate;

import dev.larder.processor.model.RecordedUse;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds what another type says about the cache of a use; the first that does is right. */
final class OtherTypes {
  private OtherTypes() {}

  /** The first use before this one, in another type, that stands against it. */
  static Optional<RecordedUse> before(
      List<RecordedUse> uses, RecordedUse use, BiPredicate<RecordedUse, RecordedUse> against) {
    return uses.subList(0, uses.indexOf(use)).stream()
        .filter(other -> !other.type().equals(use.type()))
        .filter(other -> against.test(other, use))
        .findFirst();
  }

  /** A method with its type, in words. */
  static String text(RecordedUse use) {
    return use.type().getSimpleName() + "." + use.method();
  }
}
