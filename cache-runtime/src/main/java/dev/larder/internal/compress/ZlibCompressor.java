package dev.larder.internal.compress;

import dev.larder.spi.Compressor;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The zlib format of RFC 1950. The JDK's deflaters and inflaters hold memory outside of the heap
 * and are slow to make: as many as there are processors are kept, the others ended after use.
 */
public final class ZlibCompressor implements Compressor {
  private static final int LEAST_LEVEL = 1;
  private static final int HIGHEST_LEVEL = 9;
  private static final int KEPT = Runtime.getRuntime().availableProcessors();

  private final int level;
  private final BlockingQueue<Deflater> deflaters = new ArrayBlockingQueue<>(KEPT);
  private final BlockingQueue<Inflater> inflaters = new ArrayBlockingQueue<>(KEPT);

  /** The fastest level: the others gain little on small values. */
  public ZlibCompressor() {
    this(LEAST_LEVEL);
  }

  private ZlibCompressor(int level) {
    this.level = level;
  }

  @Override
  public String name() {
    return "zlib";
  }

  @Override
  public byte id() {
    return 1;
  }

  @Override
  public Compressor withLevel(int other) {
    if (other < LEAST_LEVEL || other > HIGHEST_LEVEL) {
      throw new IllegalArgumentException(
          "zlib has levels " + LEAST_LEVEL + " to " + HIGHEST_LEVEL + ", not " + other);
    }
    return new ZlibCompressor(other);
  }

  @Override
  public byte[] compress(byte[] bytes) {
    Deflater kept = deflaters.poll();
    Deflater deflater = kept == null ? new Deflater(level) : kept;
    try {
      deflater.setInput(bytes);
      deflater.finish();
      return deflated(deflater, bytes.length);
    } finally {
      deflater.reset();
      if (!deflaters.offer(deflater)) {
        deflater.end();
      }
    }
  }

  /** What would be longer than the original is not finished: nobody keeps it. */
  private static byte[] deflated(Deflater deflater, int originalLength) {
    byte[] buffer = new byte[originalLength];
    int length = deflater.deflate(buffer);
    return deflater.finished() ? Arrays.copyOf(buffer, length) : buffer;
  }

  @Override
  public byte[] decompress(byte[] bytes, int offset, int length, int originalLength) {
    Inflater kept = inflaters.poll();
    Inflater inflater = kept == null ? new Inflater() : kept;
    try {
      inflater.setInput(bytes, offset, length);
      return inflated(inflater, originalLength);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("not what zlib writes: " + e.getMessage(), e);
    } finally {
      inflater.reset();
      if (!inflaters.offer(inflater)) {
        inflater.end();
      }
    }
  }

  private static byte[] inflated(Inflater inflater, int originalLength) throws DataFormatException {
    byte[] original = new byte[originalLength];
    int length = inflater.inflate(original);
    // The end of the stream may still be ahead when the last byte has been written.
    boolean atEnd =
        inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
    if (length != originalLength || !atEnd || inflater.getRemaining() > 0) {
      throw new IllegalArgumentException(
          "zlib's bytes are not those of " + originalLength + " original ones");
    }
    return original;
  }
}
