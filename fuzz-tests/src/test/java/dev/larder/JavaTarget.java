package dev.larder;

import dev.larder.internal.codec.java.JavaCodec;

/** What the fuzzer calls for the codec "java". */
public final class JavaTarget {
  static final CodecFuzz FUZZ = new CodecFuzz(new JavaCodec(), Orders.TYPE);

  private JavaTarget() {}

  /** Loads what there is to load, which takes longer than an input may. */
  public static void fuzzerInitialize() {
    Orders.samples().forEach(sample -> FUZZ.test(FUZZ.encoded(sample)));
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    FUZZ.test(input);
  }
}
