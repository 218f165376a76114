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

  @Test
  void i8_whatWasSealedIsReadBackAndNothingElseIs() {
    int damagedOnes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String key = keyText();
      long type = random.nextLong();
      byte[] payload = random.nextInt(10) == 0 ? null : bytes(200);
      byte[] whole = Envelope.seal(key, type, payload);
      requireWhole(Envelope.open(key, type, whole), payload);
      requireNone(Envelope.open(keyText(), type, whole), i);
      requireNone(Envelope.open(key, random.nextLong(), whole), i);
      byte[] damaged = damaged(whole);
      if (!Arrays.equals(whole, damaged)) {
        requireNone(Envelope.open(key, type, damaged), i);
        damagedOnes++;
      }
    }
    assertThat(damagedOnes).isGreaterThan(ROUNDS / 2);
  }

  private static void requireWhole(Envelope.Contents contents, byte[] payload) {
    if (contents == null || !Arrays.equals(contents.payload(), payload)) {
      throw new AssertionError("not read back: " + Arrays.toString(payload));
    }
  }

  private static void requireNone(Envelope.Contents contents, int round) {
    if (contents != null) {
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
