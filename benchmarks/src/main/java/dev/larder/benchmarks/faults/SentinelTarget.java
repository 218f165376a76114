package dev.larder.benchmarks.faults;

import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisSentinels;
import dev.larder.testkit.server.RedisServer;

/** A master that is killed, whose place a replica takes. */
final class SentinelTarget implements Target {
  private final RedisSentinels sentinels = RedisServer.redis().startSentinels(1, 3);

  @Override
  public Store connect() {
    return RedisStore.connect(
        RedisTarget.options("redis://" + sentinels.sentinels().get(0).hostAndPort())
            .mode(RedisMode.SENTINEL)
            .masterName(RedisSentinels.MASTER_NAME)
            .build());
  }

  @Override
  public Store connectElsewhere() {
    return connect();
  }

  @Override
  public void begin() {
    sentinels.failover();
  }

  @Override
  public void end() {
    // The replica has taken its place.
  }

  @Override
  public boolean isOverAtOnce() {
    return true;
  }

  @Override
  public long commands() {
    return RedisTarget.commands(sentinels.master());
  }

  @Override
  public long connections() {
    return RedisTarget.connections(sentinels.master());
  }

  @Override
  public void close() {
    sentinels.close();
  }
}
