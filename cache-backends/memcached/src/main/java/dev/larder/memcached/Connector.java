package dev.larder.memcached;

import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import dev.larder.memcached.MemcachedOptions.Credentials;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens connections, and owns the threads that serve them. */
final class Connector implements AutoCloseable {
  private static final int OUTSTANDING = 20_000;
  private static final long LONGEST_BACK_OFF_MILLIS = 1_000;
  private static final int LARGEST_BACK_OFF_SHIFT = 6;

  /** In which a connection that was being made as its node was closed finds that out. */
  private static final long QUIET_MILLIS = 50;

  private final MemcachedOptions options;
  private final Deadlines deadlines;
  private final @Nullable Encryption encryption;
  private final EventLoopGroup threads;

  Connector(MemcachedOptions options, Deadlines deadlines) {
    this.options = options;
    this.deadlines = deadlines;
    this.encryption = options.tls == null ? null : Encryption.of(options.tls);
    int processors = Runtime.getRuntime().availableProcessors();
    int connections = options.servers.size() * options.poolSize;
    this.threads =
        new MultiThreadIoEventLoopGroup(
            Math.max(1, Math.min(connections, processors)),
            new DefaultThreadFactory("larder-memcached", true),
            NioIoHandler.newFactory());
  }

  @Nullable Encryption encryption() {
    return encryption;
  }

  /** Begins to connect to a server, and goes on until the node is closed. */
  Node connect(ServerAddress address, ConnectionNews news) {
    Patience patience = new Patience(options.timeout, options.retries, options.retryDelay);
    return new Node(
        address,
        Stream.generate(() -> connection(address, news)).limit(options.poolSize).toList(),
        patience,
        deadlines,
        new ServerClock());
  }

  private MemcacheClient<byte[]> connection(ServerAddress address, ConnectionNews news) {
    MemcacheClientBuilder<byte[]> builder =
        MemcacheClientBuilder.newByteArrayClient()
            .withAddress(address.host(), address.port())
            .withEventLoopGroup(threads)
            .withChannelClass(NioSocketChannel.class)
            // On the thread that reads the answer: who waits for it is woken without a detour.
            .withReplyExecutor(null)
            .withRetry(false)
            .withMaxOutstandingRequests(OUTSTANDING)
            // The server knows its limit, and refuses what is beyond it.
            .withMaxSetLength(Integer.MAX_VALUE)
            // A request that is as late as this shows that the connection is dead.
            .withConnectionTimeoutMillis(2 * options.timeout.toMillis())
            .withBackoff(this::backOffMillis)
            .withReconnectionListener(news);
    Credentials credentials = options.credentials;
    if (credentials != null) {
      builder.withUsernamePassword(credentials.username(), credentials.password());
    }
    if (encryption != null) {
      builder.withSSLEngineFactory(encryption::engine);
    }
    return options.protocol == MemcachedProtocol.BINARY
        ? builder.connectBinary()
        : builder.connectAscii();
  }

  private long backOffMillis(int attempts) {
    long first = Math.max(1, options.retryDelay.toMillis());
    return Math.min(LONGEST_BACK_OFF_MILLIS, first << Math.min(attempts, LARGEST_BACK_OFF_SHIFT));
  }

  /** Ends the threads; the nodes are closed before. */
  @Override
  public void close() {
    Duration most = options.timeout.plusSeconds(2);
    threads
        .shutdownGracefully(QUIET_MILLIS, most.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(most.toMillis());
  }
}
