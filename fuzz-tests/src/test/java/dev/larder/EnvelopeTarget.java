package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Opening;
import dev.larder.internal.envelope.Variant;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** What the fuzzer calls for the envelope: bytes as they are, and with a checksum that holds. */
public final class EnvelopeTarget {
  static final String KEY = "fuzz:1:orders:7";

  private EnvelopeTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    test(input);
    if (input.length >= Integer.BYTES) {
      test(withChecksum(input));
    }
  }

  private static byte[] withChecksum(byte[] input) {
    int end = input.length - Integer.BYTES;
    CRC32C crc = new CRC32C();
    crc.update(KEY.getBytes(UTF_8));
    crc.update(input, 0, end);
    ByteBuffer bytes = ByteBuffer.wrap(input.clone());
    bytes.putInt(end, (int) crc.getValue());
    return bytes.array();
  }

  private static void test(byte[] bytes) {
    Opening opening = Envelope.open(KEY, bytes);
    if (opening instanceof Envelope envelope) {
      requireSound(envelope, bytes);
    }
  }

  private static void requireSound(Envelope envelope, byte[] bytes) {
    List<Variant> variants = envelope.variants();
    int size = 8;
    for (Variant each : variants) {
      require(each.offset() >= 0 && each.length() >= 0, "within the bytes");
      require(each.contentLength() >= 0 && each.originalLength() >= 0, "lengths");
      size +=
          13
              + Arrays.copyOfRange(each.bytes(), each.offset(), each.offset() + each.length())
                  .length;
      require(envelope.variant(each.id()).offset() == each.offset(), "found by its id");
    }
    require(!variants.isEmpty() && variants.size() <= Envelope.MOST_VARIANTS, "their number");
    require(size == bytes.length, "nothing lies between them");
    byte[] again = envelope.sealBeside(KEY, variants.get(0), bytes.length);
    require(Arrays.equals(again, bytes), "sealed again they are the same");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
