package dev.larder.testkit;

/** Holds a call of a store as {@link HeldLoader} holds a load. */
final class HeldCalls {
  private HeldCalls() {}

  static void await(HeldLoader held) {
    try {
      held.load(null);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
