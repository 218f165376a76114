package dev.larder.testkit;

import java.util.function.BiConsumer;

/** Holds calls of a store as {@link HeldLoader} holds a load. */
final class HeldCalls {
  private HeldCalls() {}

  /** Those of one kind. */
  static BiConsumer<Call, String> of(Call kind, HeldLoader held) {
    return (call, key) -> {
      if (call == kind) {
        await(held);
      }
    };
  }

  static void await(HeldLoader held) {
    try {
      held.load(null);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
