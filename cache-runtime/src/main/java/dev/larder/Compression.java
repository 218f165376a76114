package dev.larder;

import dev.larder.internal.compress.Compressors;
import dev.larder.internal.compress.ZlibCompressor;
import dev.larder.internal.envelope.Variant;
import dev.larder.spi.Compressor;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a chain are compressed on their way into the distributed tier. What comes from
 * there is decompressed by whatever compressed it, so this can be changed at any time. Immutable.
 */
public final class Compression {
  /** Less than this takes longer to compress than to send. */
  private static final int USUAL_THRESHOLD = 1024;

  private static final Compression NONE = new Compression(null, Integer.MAX_VALUE);

  private final @Nullable Compressor compressor;
  private final int threshold;

  private Compression(@Nullable Compressor compressor, int threshold) {
    this.compressor = compressor;
    this.threshold = threshold;
  }

  /** Values stay as the codec wrote them; so it is where nothing is said. */
  public static Compression none() {
    return NONE;
  }

  /** By zlib (RFC 1950) at level 1, above 1024 bytes. */
  public static Compression zlib() {
    return by(new ZlibCompressor());
  }

  /** By a compressor of one's own, above 1024 bytes. */
  public static Compression by(Compressor compressor) {
    return new Compression(Objects.requireNonNull(compressor, "compressor"), USUAL_THRESHOLD);
  }

  /**
   * As configuration calls it: {@code none}, {@code zlib}, or the name of a {@link Compressor} that
   * the class path provides.
   *
   * @throws CacheConfigurationException if there is none; the text names those that there are
   */
  public static Compression named(String name) {
    if (name.equals("none")) {
      return NONE;
    }
    try {
      return by(Compressors.found().named(name));
    } catch (IllegalArgumentException | IllegalStateException | ServiceConfigurationError e) {
      throw new CacheConfigurationException(String.valueOf(e.getMessage()), e);
    }
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
    return compressor == null ? this : new Compression(compressor, bytes);
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
    try {
      return new Compression(compressor.withLevel(level), threshold);
    } catch (IllegalArgumentException e) {
      throw new CacheConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  boolean isNone() {
    return compressor == null;
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

  /** Whatever can be read here. */
  Compressors compressors() {
    try {
      Compressors found = Compressors.found();
      return compressor == null ? found : found.with(compressor);
    } catch (IllegalStateException | ServiceConfigurationError e) {
      throw new CacheConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return compressor == null ? "none" : compressor.name() + " above " + threshold + " bytes";
  }
}
