package dev.larder.testkit;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Calls that a store fails, while it answers the others. */
final class RefusedCalls {
  private RefusedCalls() {}

  static BiConsumer<Call, String> only(Call... refused) {
    return those(Set.of(refused)::contains);
  }

  static BiConsumer<Call, String> allBut(Call... answered) {
    return those(Predicate.not(Set.of(answered)::contains));
  }

  private static BiConsumer<Call, String> those(Predicate<Call> refused) {
    return (call, key) -> {
      if (refused.test(call)) {
        throw new IllegalStateException("no route");
      }
    };
  }
}
