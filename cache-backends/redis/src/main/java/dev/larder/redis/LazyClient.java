package dev.larder.redis;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.RedissonShutdownException;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * The client beneath, made when it is needed for the first time: its threads are no daemons, and
 * would keep alive a program that never uses its store.
 */
final class LazyClient implements AutoCloseable {
  private static final long SHUTDOWN_SECONDS = 2;

  private final Config config;
  private volatile @Nullable RedissonClient client;
  private boolean closed;

  LazyClient(Config config) {
    this.config = config;
  }

  RedissonClient get() {
    RedissonClient present = client;
    return present == null ? make() : present;
  }

  private synchronized RedissonClient make() {
    RedissonClient present = client;
    if (present == null) {
      if (closed) {
        throw new RedissonShutdownException("the store is closed");
      }
      present = Redisson.create(config);
      client = present;
    }
    return present;
  }

  /** What stands for the master of a slot, as far as is known; null if it is not. */
  @Nullable Object masterOf(int slot) {
    return ((Redisson) get()).getCommandExecutor().getConnectionManager().getWriteEntry(slot);
  }

  @Override
  public synchronized void close() {
    closed = true;
    RedissonClient present = client;
    if (present != null) {
      present.shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
  }
}
