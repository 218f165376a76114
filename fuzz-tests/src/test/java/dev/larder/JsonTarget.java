package dev.larder;

import dev.larder.internal.codec.json.JsonCodec;

/** What the fuzzer calls for the codec "json". */
public final class JsonTarget {
  static final CodecFuzz FUZZ = new CodecFuzz(new JsonCodec(), Orders.TYPE);

  private JsonTarget() {}

  /** Loads what there is to load, which takes longer than an input may. */
  public static void fuzzerInitialize() {
    Orders.samples().forEach(sample -> FUZZ.test(FUZZ.encoded(sample)));
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    FUZZ.test(input);
  }
}
