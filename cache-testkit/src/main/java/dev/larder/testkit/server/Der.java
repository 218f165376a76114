package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few values of ASN.1, in the encoding DER (X.690), that a certificate is made of. */
final class Der {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(0x30, join(parts));
  }

  static byte[] set(byte[]... parts) {
    return value(0x31, join(parts));
  }

  /** A field of a sequence that has a number instead of a type of its own. */
  static byte[] field(int number, byte[]... parts) {
    return value(0xA0 | number, join(parts));
  }

  /** A choice among several, by its number, that is not made of parts. */
  static byte[] choice(int number, byte[] content) {
    return value(0x80 | number, content);
  }

  static byte[] integer(BigInteger number) {
    return value(0x02, number.toByteArray());
  }

  static byte[] yes() {
    return value(0x01, new byte[] {(byte) 0xFF});
  }

  static byte[] bits(byte[] content) {
    return value(0x03, join(new byte[] {0}, content));
  }

  static byte[] octets(byte[] content) {
    return value(0x04, content);
  }

  static byte[] text(String text) {
    return value(0x0C, text.getBytes(UTF_8));
  }

  /** A time before the year 2050. */
  static byte[] time(Instant time) {
    return value(0x17, TIME.format(time).getBytes(US_ASCII));
  }

  /** An object identifier; every arc but the first two is below 2^14. */
  static byte[] identifier(int first, int second, int... arcs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first * 40 + second);
    for (int arc : arcs) {
      if (arc > 0x7F) {
        out.write(0x80 | arc >> 7);
      }
      out.write(arc & 0x7F);
    }
    return value(0x06, out.toByteArray());
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length > 0xFF) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7F) {
      out.write(0x81);
    }
    out.write(length & 0xFF);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
