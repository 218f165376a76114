package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.RawMemcacheClient;
import com.spotify.folsom.Settings;
import com.spotify.folsom.authenticate.AsciiAuthenticationValidator;
import com.spotify.folsom.authenticate.AsciiAuthenticator;
import com.spotify.folsom.authenticate.Authenticator;
import com.spotify.folsom.authenticate.BinaryAuthenticationValidator;
import com.spotify.folsom.authenticate.PlaintextAuthenticator;
import com.spotify.folsom.client.DefaultRawMemcacheClient;
import com.spotify.folsom.client.NoopMetrics;
import com.spotify.folsom.guava.HostAndPort;
import dev.larder.memcached.MemcachedOptions.Credentials;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens connections, and owns the threads that serve them. */
final class Connector implements AutoCloseable {
  private static final int OUTSTANDING = 20_000;
  private static final long LONGEST_BACK_OFF_MILLIS = 1_000;
  private static final int LARGEST_BACK_OFF_SHIFT = 6;

  /** For a connection to be made, encrypted and let in; a server that is well needs far less. */
  private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(5);

  /** The look-up of a name that hangs holds one of them. */
  private static final int DIALING_THREADS = 2;

  /** In which a connection that was being made as its node was closed finds that out. */
  private static final long QUIET_MILLIS = 50;

  private final MemcachedOptions options;
  private final Deadlines deadlines;
  private final @Nullable Encryption encryption;
  private final EventLoopGroup threads;
  private final ScheduledExecutorService dialing =
      new ScheduledThreadPoolExecutor(
          DIALING_THREADS, new DefaultThreadFactory("larder-memcached-connect", true));

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
    Dialer dialer = new Dialer(() -> wire(address), greeting(), limit(), threads);
    Connection connection = new Connection(dialer, this::backOffMillis, dialing, news);
    connection.open();
    return NativeClient.of(connection, options.protocol);
  }

  private CompletionStage<RawMemcacheClient> wire(ServerAddress address) {
    return DefaultRawMemcacheClient.connect(
        HostAndPort.fromParts(address.host(), address.port()),
        OUTSTANDING,
        Settings.DEFAULT_BATCH_SIZE,
        options.protocol == MemcachedProtocol.BINARY,
        // On the thread that reads the answer: who waits for it is woken without a detour.
        null,
        // A request that is as late as this shows that the connection is dead.
        2 * options.timeout.toMillis(),
        UTF_8,
        NoopMetrics.INSTANCE,
        // The server knows its limit, and refuses what is beyond it.
        Integer.MAX_VALUE,
        threads,
        NioSocketChannel.class,
        encryption == null ? null : encryption::engine);
  }

  private Authenticator greeting() {
    Credentials credentials = options.credentials;
    boolean isBinary = options.protocol == MemcachedProtocol.BINARY;
    if (credentials == null) {
      return isBinary
          ? BinaryAuthenticationValidator.getInstance()
          : AsciiAuthenticationValidator.getInstance();
    }
    return isBinary
        ? new PlaintextAuthenticator(credentials.username(), credentials.password())
        : new AsciiAuthenticator(credentials.username(), credentials.password());
  }

  private Duration limit() {
    Duration late = options.timeout.multipliedBy(2);
    return late.compareTo(SHORTEST_LIMIT) > 0 ? late : SHORTEST_LIMIT;
  }

  private long backOffMillis(int attempts) {
    long first = Math.max(1, options.retryDelay.toMillis());
    return Math.min(LONGEST_BACK_OFF_MILLIS, first << Math.min(attempts, LARGEST_BACK_OFF_SHIFT));
  }

  /** Ends the threads; the nodes are closed before. */
  @Override
  public void close() {
    dialing.shutdownNow();
    Duration most = options.timeout.plusSeconds(2);
    threads
        .shutdownGracefully(QUIET_MILLIS, most.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(most.toMillis());
  }
}
