package dev.larder;

import dev.larder.internal.compress.Compressors;
import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Flaw;
import dev.larder.internal.envelope.Opening;
import dev.larder.internal.envelope.Variant;
import dev.larder.internal.envelope.VariantId;
import dev.larder.spi.Codec;
import dev.larder.spi.Compressor;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values to the bytes that a store holds, and back. Nothing is decompressed or decoded before the
 * checksum held and the size was found to be allowed.
 *
 * @param <V> the values
 */
final class Sealer<V> {
  /** The most bytes of a value where nothing is configured: 8 MiB. */
  static final int USUAL_MAX_VALUE_SIZE = 8 << 20;

  private final StoredType<V> type;
  private final ValueCodec<V> codec;
  private final Compression compression;
  private final Compressors compressors;
  private final int maxValueSize;
  private final long id;

  Sealer(StoredType<V> type, Codec codec) {
    this(type, codec, Compression.none(), USUAL_MAX_VALUE_SIZE);
  }

  /**
   * The way of a type's values.
   *
   * @param maxValueSize the most bytes that a value may take, before it is compressed
   * @throws CacheConfigurationException if the codec cannot carry such values
   */
  Sealer(StoredType<V> type, Codec codec, Compression compression, int maxValueSize) {
    this.type = type;
    this.compression = compression;
    this.maxValueSize = maxValueSize;
    this.codec = codecFor(type, codec);
    this.compressors = compression.readable();
    this.id = VariantId.of(type.fingerprint(), codec.name());
  }

  private static <V> ValueCodec<V> codecFor(StoredType<V> type, Codec codec) {
    try {
      return codec.codecFor(type);
    } catch (RuntimeException | LinkageError e) {
      throw new CacheConfigurationException(
          "the codec "
              + codec.name()
              + " cannot carry values of "
              + type.name()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** The bytes for a value, null included. */
  byte[] seal(String keyText, @Nullable V value) {
    return Envelope.seal(keyText, variant(value));
  }

  /**
   * The bytes for a value, null included, beside what others wrote.
   *
   * @param others an envelope that is replaced; null: there is none
   */
  byte[] seal(String keyText, @Nullable V value, @Nullable Envelope others) {
    return others == null
        ? seal(keyText, value)
        : others.sealBeside(keyText, variant(value), maxValueSize);
  }

  private Variant variant(@Nullable V value) {
    if (value == null) {
      return Variant.ofNull(id);
    }
    try {
      return compression.variant(id, limited(codec.encode(value)));
    } catch (CacheCodecException e) {
      throw e;
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      throw new CacheCodecException("a value of " + type.name() + " cannot be encoded", e);
    }
  }

  private byte[] limited(byte[] payload) {
    if (payload.length > maxValueSize) {
      throw new CacheCodecException(
          "a value of "
              + type.name()
              + " takes "
              + payload.length
              + " bytes, more than max-value-size allows: "
              + maxValueSize);
    }
    return payload;
  }

  /** What the bytes hold. */
  Opened<V> open(String keyText, byte[] bytes) {
    Opening opening = Envelope.open(keyText, bytes);
    if (opening instanceof Opening.Refused refused) {
      return new Opened.Bad<>(refused.flaw());
    }
    Envelope envelope = (Envelope) opening;
    Variant mine = envelope.variant(id);
    return mine == null ? new Opened.NotMine<>(envelope) : opened(mine);
  }

  private Opened<V> opened(Variant variant) {
    if (variant.isNull()) {
      return new Opened.Value<>(null);
    }
    if (variant.length() > maxValueSize || variant.originalLength() > maxValueSize) {
      return new Opened.Bad<>(Flaw.OVERSIZED);
    }
    if (!variant.isCompressed()) {
      return decoded(variant.bytes(), variant.offset(), variant.length());
    }
    Compressor compressor = compressors.withId(variant.form());
    return compressor == null
        ? new Opened.Bad<>(Flaw.UNKNOWN_COMPRESSOR)
        : decompressed(variant, compressor);
  }

  private Opened<V> decompressed(Variant variant, Compressor compressor) {
    byte[] payload;
    try {
      payload =
          compressor.decompress(
              variant.bytes(),
              variant.contentOffset(),
              variant.contentLength(),
              variant.originalLength());
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      return new Opened.Bad<>(Flaw.UNDECODABLE);
    }
    return decoded(payload, 0, payload.length);
  }

  private Opened<V> decoded(byte[] bytes, int offset, int length) {
    try {
      // No codec is given a null, so none may give one: that would be kept as the value null.
      return new Opened.Value<>(Objects.requireNonNull(codec.decode(bytes, offset, length)));
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      return new Opened.Bad<>(Flaw.UNDECODABLE);
    }
  }
}
