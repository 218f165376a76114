package dev.larder;

import dev.larder.internal.compress.ZlibCompressor;
import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Variant;
import dev.larder.internal.envelope.VariantId;
import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;

/**
 * Hostile bytes for a codec: bare, and as the payload of an envelope whose checksum holds. They are
 * refused, or are a value that can be sealed and opened again; nothing else comes of them, and
 * least of all an Error.
 */
final class CodecFuzz {
  private static final String KEY = "fuzz:1:orders:7";
  private static final int LIMIT = 1 << 20;

  private final ZlibCompressor zlib = new ZlibCompressor();
  private final ValueCodec<Order> codec;
  private final Sealer<Order> sealer;
  private final long id;

  CodecFuzz(Codec codec, StoredType<Order> type) {
    this.codec = codec.codecFor(type);
    this.sealer = new Sealer<>(type, codec, Compression.none(), LIMIT);
    this.id = VariantId.of(type.fingerprint(), codec.name());
  }

  /** What the codec writes of a value. */
  byte[] encoded(Order value) {
    return codec.encode(value);
  }

  /** One input, in each of the ways that it can be met. */
  void test(byte[] input) {
    bare(input);
    open(Variant.plain(id, input));
    if (input.length >= Integer.BYTES && input[0] == 0) {
      open(new Variant(id, zlib.id(), input, 0, input.length));
    } else {
      open(Variant.compressed(id, zlib.id(), input.length, zlib.compress(input)));
    }
  }

  private void bare(byte[] input) {
    try {
      codec.decode(input, 0, input.length);
    } catch (RuntimeException | StackOverflowError e) {
      // Refused, as is the codec's right. Other Errors are findings.
    }
  }

  private void open(Variant variant) {
    Opened<Order> opened = sealer.open(KEY, Envelope.seal(KEY, variant));
    if (opened instanceof Opened.NotMine) {
      throw new AssertionError("the own variant was not found");
    }
    if (opened instanceof Opened.Value<Order> read && read.value() != null) {
      requireSame(read.value());
    }
  }

  private void requireSame(Order value) {
    byte[] sealed;
    try {
      sealed = sealer.seal(KEY, value);
    } catch (CacheCodecException e) {
      // Such as an object that holds itself.
      return;
    }
    if (!(sealer.open(KEY, sealed) instanceof Opened.Value)) {
      throw new AssertionError("what was read could be written, but not be read again");
    }
  }
}
