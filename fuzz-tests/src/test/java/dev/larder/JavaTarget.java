package dev.larder;

import dev.larder.internal.codec.java.JavaCodec;

/** What the fuzzer calls for the codec "java". */
public final class JavaTarget {
  static final CodecFuzz FUZZ = new CodecFuzz(new JavaCodec(), Orders.TYPE);

  private JavaTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    FUZZ.test(input);
  }
}
