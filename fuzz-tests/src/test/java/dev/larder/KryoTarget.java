package dev.larder;

import dev.larder.internal.kryo.KryoCodec;

/** What the fuzzer calls for the codec "kryo". */
public final class KryoTarget {
  static final CodecFuzz FUZZ = new CodecFuzz(new KryoCodec(), Orders.TYPE);

  private KryoTarget() {}

  /** Loads what there is to load, which takes longer than an input may. */
  public static void fuzzerInitialize() {
    Orders.samples().forEach(sample -> FUZZ.test(FUZZ.encoded(sample)));
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    FUZZ.test(input);
  }
}
