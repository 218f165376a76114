package dev.larder.internal.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a distributed tier holds for a key: a payload, or that the value is null, in a frame that
 * tells foreign, cut and damaged bytes from whole ones (I8).
 *
 * <pre>
 *   offset  bytes
 *        0  2      magic, 4C A1
 *        2  1      format version, 1
 *        3  1      flags: 1 the value is null; all others 0
 *        4  8      fingerprint of the value's type
 *       12  4      length of the payload
 *       16  n      payload
 *     16+n  4      CRC-32C of the key text in UTF-8 and of all bytes before
 * </pre>
 *
 * Numbers are big-endian. The key text is part of the checksum, so that bytes under a key that was
 * shortened by a store are known to be those of the full one (I1).
 */
public final class Envelope {
  /** How many bytes the frame adds to its payload. */
  public static final int OVERHEAD = 20;

  private static final short MAGIC = 0x4CA1;
  private static final byte VERSION = 1;
  private static final byte NULL_FLAG = 1;
  private static final int HEADER = 16;

  private Envelope() {}

  /**
   * What was in an envelope.
   *
   * @param payload the bytes of the value; null where the value is null
   */
  @SuppressWarnings("ArrayRecordComponent") // carries bytes to a codec, and is never compared
  public record Contents(byte @Nullable [] payload) {}

  /** The framed bytes; a null payload says that the value is null. */
  public static byte[] seal(String keyText, long fingerprint, byte @Nullable [] payload) {
    int length = payload == null ? 0 : payload.length;
    ByteBuffer buffer = ByteBuffer.allocate(OVERHEAD + length);
    buffer.putShort(MAGIC).put(VERSION).put(payload == null ? NULL_FLAG : 0);
    buffer.putLong(fingerprint).putInt(length);
    if (payload != null) {
      buffer.put(payload);
    }
    buffer.putInt(checksum(keyText, buffer.array(), buffer.position()));
    return buffer.array();
  }

  /** What is in the bytes, or null if they are not a whole envelope of this key and type. */
  public static @Nullable Contents open(String keyText, long fingerprint, byte[] bytes) {
    if (bytes.length < OVERHEAD) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean ours = buffer.getShort() == MAGIC && buffer.get() == VERSION;
    byte flags = buffer.get();
    boolean sameType = buffer.getLong() == fingerprint;
    boolean whole = buffer.getInt() == bytes.length - OVERHEAD && flags >= 0 && flags <= NULL_FLAG;
    int end = bytes.length - Integer.BYTES;
    if (!ours || !sameType || !whole || buffer.getInt(end) != checksum(keyText, bytes, end)) {
      return null;
    }
    return new Contents(flags == NULL_FLAG ? null : Arrays.copyOfRange(bytes, HEADER, end));
  }

  private static int checksum(String keyText, byte[] bytes, int end) {
    CRC32C crc = new CRC32C();
    crc.update(keyText.getBytes(StandardCharsets.UTF_8));
    crc.update(bytes, 0, end);
    return (int) crc.getValue();
  }
}
