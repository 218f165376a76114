package dev.larder.internal.envelope;

import java.util.List;

/** Writes variants into one array of bytes. */
final class EnvelopeWriter {
  private final byte[] bytes;
  private int at;

  private EnvelopeWriter(int size) {
    this.bytes = new byte[size];
  }

  static byte[] seal(String keyText, List<Variant> variants) {
    EnvelopeWriter writer = new EnvelopeWriter(size(variants));
    writer.header(variants.size());
    for (Variant each : variants) {
      writer.variant(each);
    }
    return writer.closed(keyText);
  }

  private static int size(List<Variant> variants) {
    int size = EnvelopeReader.FIRST_VARIANT + EnvelopeReader.CHECKSUM;
    for (Variant each : variants) {
      size = Math.addExact(size, EnvelopeReader.VARIANT_HEADER + each.length());
    }
    return size;
  }

  private void header(int count) {
    bytes[at++] = EnvelopeReader.MAGIC_HIGH;
    bytes[at++] = EnvelopeReader.MAGIC_LOW;
    bytes[at++] = EnvelopeReader.FORMAT;
    bytes[at++] = (byte) count;
  }

  private void variant(Variant variant) {
    BigEndian.putLong(bytes, at, variant.id());
    at += Long.BYTES;
    bytes[at++] = variant.form();
    BigEndian.putInt(bytes, at, variant.length());
    at += Integer.BYTES;
    System.arraycopy(variant.bytes(), variant.offset(), bytes, at, variant.length());
    at += variant.length();
  }

  private byte[] closed(String keyText) {
    BigEndian.putInt(bytes, at, KeyedChecksum.of(keyText, bytes, at));
    return bytes;
  }
}
