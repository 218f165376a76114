package dev.larder.internal.load;

/**
 * Room on the stack for what must be done after a loader ran out of it. A thread that registered a
 * load and overflows has to unregister it, or others would wait for it for ever; if that overflowed
 * too, it could not be mended. So a thread that is that near to the end is stopped before it
 * registers anything.
 */
public final class StackReserve {
  /**
   * Some 100 bytes each when compiled, and more when interpreted. With 8 loads are left behind,
   * with 24 none was in thousands of overflows; many more drive out of the processor's cache what
   * it has there.
   */
  private static final int FRAMES = 64;

  private StackReserve() {}

  /**
   * Uses the room once.
   *
   * @throws StackOverflowError if it is not there
   */
  public static void require() {
    long touched = touch(FRAMES, 1, 2, 3, 4, 5, 6);
    if (touched == 0) {
      throw new AssertionError("the sum of positive numbers");
    }
  }

  /** Uses its parameters after the call, so that a frame has to keep them. */
  private static long touch(int frames, long a, long b, long c, long d, long e, long f) {
    if (frames == 0) {
      return a;
    }
    long below = touch(frames - 1, b, c, d, e, f, a);
    return (below ^ a) + (b ^ c) + (d ^ e) + f | 1;
  }
}
