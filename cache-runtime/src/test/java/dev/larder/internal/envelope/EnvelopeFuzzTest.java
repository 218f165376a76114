package dev.larder.internal.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Envelopes at random, the same ones every time: whole ones are read back, and damaged ones are
 * none. With {@code -Dlarder.full=true} there are millions.
 */
class EnvelopeFuzzTest {
  private static final int ROUNDS = Boolean.getBoolean("larder.full") ? 5_000_000 : 50_000;

  private final SplittableRandom random = new SplittableRandom(20260229);

  private byte[] bytes(int below) {
    byte[] bytes = new byte[random.nextInt(below)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String keyText() {
    return "shop:1:users:" + Long.toString(random.nextLong(), 36);
  }

  private Variant variant(long id) {
    return switch (random.nextInt(10)) {
      case 0 -> Variant.ofNull(id);
      case 1 -> Variant.compressed(id, (byte) (1 + random.nextInt(127)), 1_000, bytes(200));
      default -> Variant.plain(id, bytes(200));
    };
  }

  @Test
  void i8_whatWasSealedIsReadBackAndNothingElseIs() {
    int damagedOnes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String key = keyText();
      Variant own = variant(random.nextLong());
      byte[] whole = Envelope.seal(key, own);
      requireWhole(Envelope.open(key, whole), own);
      requireNone(Envelope.open(keyText(), whole), i);
      Variant other = variant(random.nextLong());
      byte[] both = ((Envelope) Envelope.open(key, whole)).sealBeside(key, other, 1_000);
      requireWhole(Envelope.open(key, both), own);
      requireWhole(Envelope.open(key, both), other);
      byte[] damaged = damaged(both);
      if (!Arrays.equals(both, damaged)) {
        requireNone(Envelope.open(key, damaged), i);
        damagedOnes++;
      }
    }
    assertThat(damagedOnes).isGreaterThan(ROUNDS / 2);
  }

  private static void requireWhole(Opening opening, Variant sealed) {
    Variant found = opening instanceof Envelope whole ? whole.variant(sealed.id()) : null;
    if (found == null
        || found.form() != sealed.form()
        || !Arrays.equals(payload(found), payload(sealed))) {
      throw new AssertionError("not read back: " + sealed);
    }
  }

  private static byte[] payload(Variant variant) {
    int from = variant.offset();
    return Arrays.copyOfRange(variant.bytes(), from, from + variant.length());
  }

  private static void requireNone(Opening opening, int round) {
    if (opening instanceof Envelope) {
      throw new AssertionError("read in round " + round + " what nobody has sealed");
    }
  }

  /** As networks, disks and other programs do it. */
  private byte[] damaged(byte[] whole) {
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(whole, random.nextInt(2 * whole.length));
      case 1 -> Arrays.copyOfRange(whole, random.nextInt(whole.length), whole.length);
      case 2 -> overwritten(whole, bytes(20));
      case 3 -> overwritten(whole, Arrays.copyOf(whole, random.nextInt(whole.length)));
      default -> withTurnedBits(whole.clone());
    };
  }

  private byte[] overwritten(byte[] whole, byte[] part) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    System.arraycopy(part, 0, bytes, at, Math.min(part.length, bytes.length - at));
    return bytes;
  }

  private byte[] withTurnedBits(byte[] bytes) {
    for (int count = 1 + random.nextInt(8); count > 0; count--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }
}
