package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Which of the slots of a cluster a key lies in, as the cluster's specification says. */
final class Slot {
  /** How many there are. */
  static final int COUNT = 16_384;

  private static final int POLYNOMIAL = 0x1021;
  private static final int[] TABLE = table();

  private Slot() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
      }
      table[i] = crc & 0xffff;
    }
    return table;
  }

  /** By what stands between the first brace and the next closing one, or by the whole key. */
  static int of(String key) {
    int open = key.indexOf('{');
    int close = open < 0 ? -1 : key.indexOf('}', open);
    return ofText(close > open + 1 ? key.substring(open + 1, close) : key);
  }

  private static int ofText(String text) {
    int crc = 0;
    for (byte each : text.getBytes(UTF_8)) {
      crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ each) & 0xff]) & 0xffff;
    }
    return crc % COUNT;
  }
}
