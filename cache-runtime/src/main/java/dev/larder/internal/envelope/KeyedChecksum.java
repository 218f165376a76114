package dev.larder.internal.envelope;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The checksum over a key text and what is stored under it. */
final class KeyedChecksum {
  private KeyedChecksum() {}

  /** Of the key text in UTF-8 and of the bytes before an end. */
  static int of(String keyText, byte[] bytes, int end) {
    CRC32C crc = new CRC32C();
    byte[] key = keyText.getBytes(StandardCharsets.UTF_8);
    crc.update(key, 0, key.length);
    crc.update(bytes, 0, end);
    return (int) crc.getValue();
  }
}
