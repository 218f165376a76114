package dev.larder.redis;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers that no other call, in whatever process, comes upon again. */
final class Numbers {
  private final long salt = new SecureRandom().nextLong();
  private final AtomicLong tokens = new AtomicLong();

  /** For a new generation; never zero. */
  byte[] generation() {
    long number = ThreadLocalRandom.current().nextLong() ^ salt;
    return ByteBuffer.allocate(Long.BYTES).putLong(number == 0 ? 1 : number).array();
  }

  /** For a lease. */
  byte[] token() {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(salt)
        .putLong(tokens.incrementAndGet())
        .array();
  }
}
