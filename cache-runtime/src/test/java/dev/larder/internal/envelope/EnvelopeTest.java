package dev.larder.internal.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String KEY = "shop:1:users:7";
  private static final long ID = 0x0123456789abcdefL;
  private static final byte[] PAYLOAD = "payload".getBytes(UTF_8);

  private static byte[] sealed() {
    return Envelope.seal(KEY, Variant.plain(ID, PAYLOAD));
  }

  private static Envelope whole(byte[] bytes) {
    assertThat(Envelope.open(KEY, bytes)).isInstanceOf(Envelope.class);
    return (Envelope) Envelope.open(KEY, bytes);
  }

  private static Flaw flaw(byte[] bytes) {
    assertThat(Envelope.open(KEY, bytes)).isInstanceOf(Opening.Refused.class);
    return ((Opening.Refused) Envelope.open(KEY, bytes)).flaw();
  }

  private static byte[] content(Variant variant) {
    int from = variant.contentOffset();
    return Arrays.copyOfRange(variant.bytes(), from, from + variant.contentLength());
  }

  private static Variant plain(long id, String payload) {
    return Variant.plain(id, payload.getBytes(UTF_8));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** With a checksum that holds, whatever the bytes are. */
  private static byte[] closed(byte[] bytes) {
    byte[] closed = Arrays.copyOf(bytes, bytes.length + 4);
    BigEndian.putInt(closed, bytes.length, KeyedChecksum.of(KEY, bytes, bytes.length));
    return closed;
  }

  @Test
  void whatWasSealedIsFound() {
    assertThat(content(whole(sealed()).variant(ID))).isEqualTo(PAYLOAD);
    assertThat(sealed()).hasSize(Envelope.OVERHEAD + PAYLOAD.length);
    assertThat(Envelope.OVERHEAD).isLessThanOrEqualTo(24);
    byte[] empty = Envelope.seal(KEY, Variant.plain(ID, new byte[0]));
    assertThat(content(whole(empty).variant(ID))).isEmpty();
  }

  @Test
  void theBytesAreThoseOfTheDescription() {
    assertThat(Arrays.copyOf(sealed(), 24))
        .isEqualTo(hex("4ca1 02 01 0123456789abcdef 00 00000007 7061796c6f6164"));
    assertThat(Arrays.copyOf(Envelope.seal(KEY, Variant.ofNull(ID)), 17))
        .isEqualTo(hex("4ca1 02 01 0123456789abcdef ff 00000000"));
    Variant compressed = Variant.compressed(ID, (byte) 1, 300, hex("beef"));
    assertThat(Arrays.copyOf(Envelope.seal(KEY, compressed), 23))
        .isEqualTo(hex("4ca1 02 01 0123456789abcdef 01 00000006 0000012c beef"));
  }

  @Test
  void aNullIsNotAnEmptyPayload() {
    assertThat(whole(Envelope.seal(KEY, Variant.ofNull(ID))).variant(ID).isNull()).isTrue();
    byte[] empty = Envelope.seal(KEY, Variant.plain(ID, new byte[0]));
    assertThat(whole(empty).variant(ID).isNull()).isFalse();
  }

  @Test
  void aCompressedPayloadTellsItsOriginalLength() {
    Variant sealed = Variant.compressed(ID, (byte) 7, 300, hex("beef"));
    Variant found = whole(Envelope.seal(KEY, sealed)).variant(ID);
    assertThat(found.isCompressed()).isTrue();
    assertThat(found.form()).isEqualTo((byte) 7);
    assertThat(found.originalLength()).isEqualTo(300);
    assertThat(content(found)).isEqualTo(hex("beef"));
  }

  @Test
  void aVariantIsFoundByItsIdAlone() {
    assertThat(whole(sealed()).variant(ID + 1)).isNull();
    assertThat(whole(sealed()).variants()).hasSize(1);
  }

  @Test
  void whatOthersWroteIsCarriedOver() {
    Envelope others = whole(sealed());
    Envelope both = whole(others.sealBeside(KEY, plain(2, "two"), 100));
    assertThat(content(both.variant(2))).isEqualTo("two".getBytes(UTF_8));
    assertThat(content(both.variant(ID))).isEqualTo(PAYLOAD);
    assertThat(both.variants()).extracting(Variant::id).containsExactly(2L, ID);
  }

  @Test
  void anOwnVariantReplacesTheOneThatWasThere() {
    Envelope both = whole(whole(sealed()).sealBeside(KEY, plain(2, "two"), 100));
    Envelope changed = whole(both.sealBeside(KEY, plain(ID, "changed"), 100));
    assertThat(changed.variants()).extracting(Variant::id).containsExactly(ID, 2L);
    assertThat(content(changed.variant(ID))).isEqualTo("changed".getBytes(UTF_8));
  }

  @Test
  void theOldestVariantGivesWayToTheFifth() {
    byte[] bytes = Envelope.seal(KEY, plain(0, "0"));
    for (long id : LongStream.rangeClosed(1, 5).toArray()) {
      bytes = whole(bytes).sealBeside(KEY, plain(id, "" + id), 100);
    }
    assertThat(whole(bytes).variants()).extracting(Variant::id).containsExactly(5L, 4L, 3L, 2L);
  }

  @Test
  void whatHasNoRoomIsNotCarriedOver() {
    Envelope two = whole(whole(sealed()).sealBeside(KEY, plain(2, "2"), 100));
    assertThat(whole(two.sealBeside(KEY, plain(3, "3"), 8)).variants())
        .extracting(Variant::id)
        .containsExactly(3L, 2L);
    assertThat(whole(two.sealBeside(KEY, plain(3, "longer than that"), 8)).variants())
        .extracting(Variant::id)
        .containsExactly(3L);
  }

  @Test
  void i8_bytesOfAnotherKeyAreNone() {
    assertThat(Envelope.open("shop:1:users:8", sealed()))
        .isEqualTo(new Opening.Refused(Flaw.CHECKSUM));
  }

  @Test
  void i8_cutAndLengthenedBytesAreNone() {
    byte[] whole = whole(sealed()).sealBeside(KEY, plain(2, "two"), 100);
    for (int length = 0; length < whole.length; length++) {
      assertThat(flaw(Arrays.copyOf(whole, length))).isEqualTo(Flaw.TRUNCATED);
    }
    assertThat(flaw(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Flaw.SURPLUS);
  }

  @Test
  void i8_oneTurnedBitIsSeen() {
    byte[] whole = whole(sealed()).sealBeside(KEY, plain(2, "two"), 100);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(Envelope.open(KEY, damaged)).as("bit %d", bit).isNotInstanceOf(Envelope.class);
    }
  }

  @Test
  void i8_whatIsWrongIsTold() {
    byte[] damaged = sealed();
    damaged[20] ^= 1;
    assertThat(flaw(damaged)).isEqualTo(Flaw.CHECKSUM);
    assertThat(flaw("<html>not found</html>".getBytes(UTF_8))).isEqualTo(Flaw.FOREIGN);
    assertThat(flaw(new byte[0])).isEqualTo(Flaw.TRUNCATED);
    assertThat(flaw(hex("4ca1 01 00 0123456789abcdef 00000000 00000000")))
        .isEqualTo(Flaw.UNKNOWN_FORMAT);
  }

  @Test
  void i8_whatNoWriterWritesIsNoneThoughItsChecksumHolds() {
    String id = "0123456789abcdef";
    for (String malformed :
        List.of(
            "4ca1 02 00",
            "4ca1 02 05" + (id + "ff 00000000").repeat(5),
            "4ca1 02 81" + id + "ff 00000000",
            "4ca1 02 02" + (id + "ff 00000000").repeat(2),
            "4ca1 02 01" + id + "00 ffffffff",
            "4ca1 02 01" + id + "ff 00000001 00",
            "4ca1 02 01" + id + "80 00000000",
            "4ca1 02 01" + id + "01 00000003 000000",
            "4ca1 02 01" + id + "01 00000004 ffffffff")) {
      assertThat(flaw(closed(hex(malformed)))).as(malformed).isEqualTo(Flaw.MALFORMED);
    }
  }

  @Test
  void i8_noLengthReachesBeyondTheBytes() {
    for (String length : List.of("00000001", "7fffffff", "7ffffff0")) {
      assertThat(flaw(closed(hex("4ca1 02 01 0123456789abcdef 00" + length))))
          .isEqualTo(Flaw.TRUNCATED);
    }
  }

  @Test
  void i8_randomBytesAreNoneAndNeverThrow() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] header = Arrays.copyOf(sealed(), 17);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        // With a header of ours, so that the length and the checksum are what is looked at.
        System.arraycopy(header, 0, bytes, 0, Math.min(header.length, bytes.length));
      }
      assertThat(Envelope.open(KEY, bytes)).isInstanceOf(Opening.Refused.class);
    }
  }

  @Test
  void anIdDependsOnTheShapeAndTheCodec() {
    assertThat(VariantId.of(1, "json")).isEqualTo(VariantId.of(1, "json"));
    assertThat(VariantId.of(1, "kryo")).isNotEqualTo(VariantId.of(1, "json"));
    assertThat(VariantId.of(2, "json")).isNotEqualTo(VariantId.of(1, "json"));
    // SHA-256 of 00 00 00 00 00 00 00 01 "json": other processes compute the same.
    assertThat(Long.toHexString(VariantId.of(1, "json"))).isEqualTo("649ea1137e9469f5");
  }
}
