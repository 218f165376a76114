package dev.larder.memcached;

import com.spotify.folsom.client.Request;
import com.spotify.folsom.client.ascii.AsciiRequest;
import com.spotify.folsom.client.ascii.AsciiResponse;
import com.spotify.folsom.client.ascii.NumericAsciiResponse;
import com.spotify.folsom.guava.HostAndPort;
import dev.larder.CacheCodecException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * {@code incr} of the ASCII protocol by a number without a sign, as the server takes it; Folsom's
 * own writes what is above the largest {@code long} with a minus. The answer is null where there is
 * no counter.
 */
final class UnsignedIncrement extends AsciiRequest<Long> {
  private static final byte[] COMMAND = "incr ".getBytes(StandardCharsets.US_ASCII);

  private final long by;

  UnsignedIncrement(byte[] key, long by) {
    super(key);
    this.by = by;
  }

  @Override
  public ByteBuf writeRequest(ByteBufAllocator allocator, ByteBuffer target) {
    target
        .put(COMMAND)
        .put(key)
        .put(SPACE_BYTES)
        .put(Long.toUnsignedString(by).getBytes(StandardCharsets.US_ASCII))
        .put(NEWLINE_BYTES);
    return toBuffer(allocator, target);
  }

  @Override
  public Request<Long> duplicate() {
    return new UnsignedIncrement(key, by);
  }

  @Override
  @SuppressWarnings("NullAway") // null where there is no counter
  protected void handle(AsciiResponse response, HostAndPort server) {
    if (response instanceof NumericAsciiResponse number) {
      succeed(number.numericValue);
    } else if (response.type == AsciiResponse.Type.NOT_FOUND) {
      succeed(null);
    } else {
      String name = new String(key, StandardCharsets.US_ASCII);
      fail(new CacheCodecException("what is under " + name + " is no counter"), server);
    }
  }
}
