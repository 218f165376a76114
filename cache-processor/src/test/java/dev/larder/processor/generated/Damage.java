package dev.larder.processor.generated;

import java.util.Arrays;
import java.util.Random;

/** Bytes that no serializer wrote. */
final class Damage {
  private Damage() {}

  /** Flipped, cut, made longer, random, or with a great length in them. */
  static byte[] of(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(3) && bytes.length > 0; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
      case 3 -> {
        bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
      }
      default -> {
        // The longest of lengths, wherever one may stand.
        int at = random.nextInt(bytes.length + 1);
        byte[] great = {-1, -1, -1, -1, 7};
        bytes = Arrays.copyOf(bytes, bytes.length + great.length);
        System.arraycopy(
            bytes, at, bytes, Math.min(at + 5, bytes.length), Math.max(0, bytes.length - at - 5));
        System.arraycopy(great, 0, bytes, at, great.length);
      }
    }
    return bytes;
  }
}
