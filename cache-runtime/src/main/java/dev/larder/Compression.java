package dev.larder;

import dev.larder.internal.compress.Compressors;
import dev.larder.internal.compress.ZlibCompressor;
import dev.larder.internal.envelope.Variant;
import dev.larder.spi.Compressor;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a chain are compressed on their way into the distributed tier. What comes from
 * there is decompressed by whatever compressed it, so this can be changed at any time. Immutable.
 */
public final class Compression {
  /** Less than this takes longer to compress than to send. */
  private static final int USUAL_THRESHOLD = 1024;

  private final @Nullable Compressor compressor;
  private final int threshold;
  private final Compressors readable;

  private Compression(@Nullable Compressor compressor, int threshold, Compressors readable) {
    this.compressor = compressor;
    this.threshold = threshold;
    this.readable = readable;
  }

  /** Values stay as the codec wrote them; so it is where nothing is said. */
  public static Compression none() {
    return new Compression(null, Integer.MAX_VALUE, refusing(Compressors::found));
  }

  /** By zlib (RFC 1950) at level 1, above 1024 bytes. */
  public static Compression zlib() {
    return by(new ZlibCompressor());
  }

  /**
   * By a compressor of one's own, above 1024 bytes.
   *
   * @throws CacheConfigurationException if another one at hand has its id or its name
   */
  public static Compression by(Compressor compressor) {
    Objects.requireNonNull(compressor, "compressor");
    return new Compression(
        compressor, USUAL_THRESHOLD, refusing(() -> Compressors.found().with(compressor)));
  }

  private static <T> T refusing(Supplier<T> setting) {
    try {
      return setting.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new CacheConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * As configuration calls it: {@code none}, {@code zlib}, or the name of a {@link Compressor} that
   * the class path provides.
   *
   * @throws CacheConfigurationException if there is none; the text names those that there are
   */
  public static Compression named(String name) {
    return name.equals("none") ? none() : refusing(() -> by(Compressors.found().named(name)));
  }

  /**
   * Only values of more than so many bytes are compressed.
   *
   * @param bytes 0 or more
   */
  public Compression above(int bytes) {
    if (bytes < 0) {
      throw new CacheConfigurationException(
          "the threshold of compression is a number of bytes, 0 or more, not " + bytes);
    }
    return compressor == null ? this : new Compression(compressor, bytes, readable);
  }

  /**
   * At another level.
   *
   * @param level as the compressor counts them; zlib has 1, the fastest, to 9, the smallest
   * @throws CacheConfigurationException if there is no such level
   */
  public Compression level(int level) {
    if (compressor == null) {
      throw new CacheConfigurationException("no compression has no level " + level);
    }
    Compressor known = compressor;
    return new Compression(refusing(() -> known.withLevel(level)), threshold, readable);
  }

  /** The payload, compressed if it is long enough and becomes smaller. */
  Variant variant(long id, byte[] payload) {
    if (compressor != null && payload.length > threshold) {
      byte[] compressed = compressor.compress(payload);
      if (compressed.length + Integer.BYTES < payload.length) {
        return Variant.compressed(id, compressor.id(), payload.length, compressed);
      }
    }
    return Variant.plain(id, payload);
  }

  /** Whether nothing is compressed. */
  boolean isNone() {
    return compressor == null;
  }

  /** Whatever can be read: known from the start, as who opens a cache may see other classes. */
  Compressors readable() {
    return readable;
  }

  @Override
  public String toString() {
    return compressor == null ? "none" : compressor.name() + " above " + threshold + " bytes";
  }
}
