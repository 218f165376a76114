package dev.larder.internal.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String KEY = "shop:1:users:7";
  private static final long TYPE = 0x0123456789abcdefL;
  private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.UTF_8);

  private static byte[] sealed() {
    return Envelope.seal(KEY, TYPE, PAYLOAD);
  }

  private static byte[] contents(byte[] bytes) {
    Envelope.Contents contents = Envelope.open(KEY, TYPE, bytes);
    assertThat(contents).isNotNull();
    return contents.payload();
  }

  @Test
  void whatWasSealedIsFound() {
    assertThat(contents(sealed())).isEqualTo(PAYLOAD);
    assertThat(contents(Envelope.seal(KEY, TYPE, new byte[0]))).isEmpty();
    assertThat(sealed()).hasSize(Envelope.OVERHEAD + PAYLOAD.length);
  }

  @Test
  void aNullIsNotAnEmptyPayload() {
    assertThat(contents(Envelope.seal(KEY, TYPE, null))).isNull();
    assertThat(Envelope.seal(KEY, TYPE, null)).isNotEqualTo(Envelope.seal(KEY, TYPE, new byte[0]));
  }

  @Test
  void theBytesAreThoseOfTheDescription() {
    assertThat(HexFormat.of().formatHex(sealed()))
        .startsWith("4ca1" + "01" + "00" + "0123456789abcdef" + "00000007" + "7061796c6f6164")
        .hasSize(2 * (Envelope.OVERHEAD + PAYLOAD.length));
    assertThat(HexFormat.of().formatHex(Envelope.seal(KEY, TYPE, null)))
        .startsWith("4ca1" + "01" + "01" + "0123456789abcdef" + "00000000");
  }

  @Test
  void i8_bytesOfAnotherKeyOrTypeAreNone() {
    assertThat(Envelope.open("shop:1:users:8", TYPE, sealed())).isNull();
    assertThat(Envelope.open(KEY, TYPE + 1, sealed())).isNull();
  }

  @Test
  void i8_cutAndLengthenedBytesAreNone() {
    byte[] whole = sealed();
    for (int length = 0; length < whole.length; length++) {
      assertThat(Envelope.open(KEY, TYPE, Arrays.copyOf(whole, length))).isNull();
    }
    assertThat(Envelope.open(KEY, TYPE, Arrays.copyOf(whole, whole.length + 1))).isNull();
  }

  @Test
  void i8_oneTurnedBitIsSeen() {
    byte[] whole = sealed();
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(Envelope.open(KEY, TYPE, damaged)).as("bit %d", bit).isNull();
    }
  }

  @Test
  void i8_randomBytesAreNoneAndNeverThrow() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] header = Arrays.copyOf(sealed(), 16);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        // With a header of ours, so that the length and the checksum are what is looked at.
        System.arraycopy(header, 0, bytes, 0, Math.min(header.length, bytes.length));
      }
      assertThat(Envelope.open(KEY, TYPE, bytes)).isNull();
    }
  }
}
