package dev.larder.redis;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;

/** A lease in Redis: the key of the lease holds its generation and token. */
final class RedisLease implements Lease {
  private final Generation generations;
  private final byte[] generation;
  private final String key;
  private final byte[] token;

  RedisLease(Generation generations, byte[] generation, String key, byte[] token) {
    this.generations = generations;
    this.generation = generation;
    this.key = key;
    this.token = token;
  }

  @Override
  public boolean fill(byte[] value, Duration timeToLive) {
    return generations.holds(generation, EntryTasks.fill(key, token, value, timeToLive));
  }

  @Override
  public boolean renew(Duration leaseTime) {
    return generations.holds(generation, EntryTasks.renew(key, token, leaseTime));
  }

  @Override
  public void release() {
    generations.holds(generation, EntryTasks.release(key, token));
  }
}
