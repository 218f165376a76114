package dev.larder;

import dev.larder.spi.Compressor;
import java.util.Arrays;

/**
 * A compressor of a user's own: it leaves out the zeros at the end.
 *
 * @param name its name
 * @param id its id
 */
record ZerosCompressor(String name, byte id) implements Compressor {
  @Override
  public byte[] compress(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public byte[] decompress(byte[] bytes, int offset, int length, int originalLength) {
    return Arrays.copyOf(Arrays.copyOfRange(bytes, offset, offset + length), originalLength);
  }
}
