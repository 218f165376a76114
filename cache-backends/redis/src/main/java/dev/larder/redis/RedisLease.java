package dev.larder.redis;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;

/** A lease in Redis: its key holds its generation and token. */
final class RedisLease implements Lease {
  private final Generation generations;
  private final byte[] generation;
  private final LeaseToken token;

  RedisLease(Generation generations, byte[] generation, LeaseToken token) {
    this.generations = generations;
    this.generation = generation;
    this.token = token;
  }

  @Override
  public boolean fill(byte[] value, Duration timeToLive) {
    return generations.holds(generation, EntryTasks.fill(token, value, timeToLive));
  }

  @Override
  public boolean renew(Duration leaseTime) {
    return generations.holds(generation, EntryTasks.renew(token, leaseTime));
  }

  @Override
  public void release() {
    generations.holds(generation, EntryTasks.release(token));
  }
}
