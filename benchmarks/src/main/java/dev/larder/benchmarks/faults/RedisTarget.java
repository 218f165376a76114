package dev.larder.benchmarks.faults;

import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisOptions;
import dev.larder.redis.RedisOptionsBuilder;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.FaultProxy;
import dev.larder.testkit.server.RedisServer;
import java.util.function.Consumer;

/** One Redis or Valkey; the watched process reaches it through a network that can be bad. */
final class RedisTarget implements Target {
  private static final Consumer<RedisTarget> NOTHING = target -> {};

  private final RedisServer server;
  private final FaultProxy network;
  private final Consumer<RedisTarget> begin;
  private final Consumer<RedisTarget> end;
  private final Consumer<RedisTarget> goOn;
  private final boolean fromTheStart;

  private RedisTarget(
      RedisServer server,
      Consumer<RedisTarget> begin,
      Consumer<RedisTarget> goOn,
      Consumer<RedisTarget> end,
      boolean fromTheStart) {
    this.server = server;
    this.network = FaultProxy.to(server);
    this.begin = begin;
    this.goOn = goOn;
    this.end = end;
    this.fromTheStart = fromTheStart;
  }

  static RedisTarget of(
      RedisServer server, Consumer<RedisTarget> begin, Consumer<RedisTarget> end) {
    return new RedisTarget(server, begin, NOTHING, end, false);
  }

  /** What happens, happens again and again. */
  static RedisTarget again(RedisServer server, Consumer<RedisTarget> deed) {
    return new RedisTarget(server, deed, deed, NOTHING, false);
  }

  /** It does not run when the process starts. */
  static RedisTarget absent(RedisServer server) {
    return new RedisTarget(
        server, target -> target.server.stop(), NOTHING, target -> target.server.restart(), true);
  }

  RedisServer server() {
    return server;
  }

  FaultProxy network() {
    return network;
  }

  @Override
  public Store connect() {
    return connect("redis://" + network.hostAndPort());
  }

  @Override
  public Store connectElsewhere() {
    return connect("redis://" + server.hostAndPort());
  }

  private static Store connect(String url) {
    return RedisStore.connect(options(url).mode(RedisMode.SINGLE).build());
  }

  static RedisOptionsBuilder options(String url) {
    return RedisOptions.builder().url(url);
  }

  @Override
  public void begin() {
    begin.accept(this);
  }

  @Override
  public void goOn() {
    goOn.accept(this);
  }

  @Override
  public void end() {
    end.accept(this);
  }

  @Override
  public boolean isFromTheStart() {
    return fromTheStart;
  }

  @Override
  public long commands() {
    return commands(server);
  }

  static long commands(RedisServer server) {
    return Long.parseLong(server.info("stats").get("total_commands_processed"));
  }

  @Override
  public long connections() {
    return connections(server);
  }

  static long connections(RedisServer server) {
    return Long.parseLong(server.info("clients").get("connected_clients"));
  }

  @Override
  public void close() {
    network.close();
    server.close();
  }
}
