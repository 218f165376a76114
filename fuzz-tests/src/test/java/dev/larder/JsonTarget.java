package dev.larder;

import dev.larder.internal.codec.json.JsonCodec;

/** What the fuzzer calls for the codec "json". */
public final class JsonTarget {
  static final CodecFuzz FUZZ = new CodecFuzz(new JsonCodec(), Orders.TYPE);

  private JsonTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    FUZZ.test(input);
  }
}
