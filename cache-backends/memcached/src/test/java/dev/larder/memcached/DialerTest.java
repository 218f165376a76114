package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spotify.folsom.MemcacheAuthenticationException;
import com.spotify.folsom.MemcacheClosedException;
import com.spotify.folsom.RawMemcacheClient;
import com.spotify.folsom.authenticate.AsciiAuthenticationValidator;
import com.spotify.folsom.authenticate.PlaintextAuthenticator;
import com.spotify.folsom.client.DefaultRawMemcacheClient;
import com.spotify.folsom.client.NoopMetrics;
import com.spotify.folsom.guava.HostAndPort;
import dev.larder.testkit.server.MemcachedServer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tries that come to nothing, and that they end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DialerTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final EventLoopGroup THREADS =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("dialer-test", true), NioIoHandler.newFactory());

  @AfterAll
  static void stop() {
    THREADS.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static CompletionStage<RawMemcacheClient> wire(int port) {
    return wire(port, false);
  }

  private static CompletionStage<RawMemcacheClient> wire(int port, boolean isBinary) {
    return DefaultRawMemcacheClient.connect(
        HostAndPort.fromParts("127.0.0.1", port),
        100,
        64,
        isBinary,
        null,
        Connected.PATIENT.toMillis(),
        UTF_8,
        NoopMetrics.INSTANCE,
        1_000,
        THREADS,
        NioSocketChannel.class,
        null);
  }

  /** Connects, and hands the connection on when it has been reset. */
  private static CompletionStage<RawMemcacheClient> resetWire(FlakyDoor door) {
    return wire(door.port())
        .thenApplyAsync(
            client -> {
              while (client.isConnected()) {
                door.reset(0);
              }
              return client;
            });
  }

  private static Dialer dialer(Supplier<CompletionStage<RawMemcacheClient>> wire, Duration limit) {
    return new Dialer(wire, AsciiAuthenticationValidator.getInstance(), limit, THREADS);
  }

  @Test
  void aConnectionThatIsResetBeforeItIsGreetedHasFailed() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        FlakyDoor door = new FlakyDoor(server.address())) {
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> dialer(() -> resetWire(door), NEVER).dial().get())
          .withCauseInstanceOf(MemcacheClosedException.class);
    }
  }

  @Test
  void aLostConnectionIsMadeAnewHoweverManyTriesAreResetBeforeTheirGreeting() {
    AtomicInteger tries = new AtomicInteger();
    try (MemcachedServer server = MemcachedServer.memcached().start();
        FlakyDoor door = new FlakyDoor(server.address())) {
      Dialer dialer =
          dialer(() -> tries.incrementAndGet() <= 5 ? resetWire(door) : wire(door.port()), NEVER);
      ConnectionNews news = new ConnectionNews(new ServerAddress("127.0.0.1", door.port()));
      Connection connection = new Connection(dialer, failures -> 1, THREADS, news);
      connection.open();
      connection.connectFuture().toCompletableFuture().join();
      assertThat(tries).hasValueGreaterThan(5);
      connection.shutdown();
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUpAndItsConnectionClosed() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture<RawMemcacheClient> dialed =
          dialer(() -> wire(silent.getLocalPort()), SOON).dial();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(dialed::get)
          .withCauseInstanceOf(TimeoutException.class);
      try (Socket taken = silent.accept()) {
        taken.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        assertThat(e).as("closed, one way or the other").hasMessageContaining("reset");
      }
    }
  }

  @Test
  void aConnectionThatComesTooLateIsClosed() throws Exception {
    try (MemcachedServer server = MemcachedServer.memcached().start()) {
      CompletableFuture<RawMemcacheClient> late = new CompletableFuture<>();
      CompletableFuture<RawMemcacheClient> dialed = dialer(() -> late, SOON).dial();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(dialed::get)
          .withCauseInstanceOf(TimeoutException.class);
      InetSocketAddress address = server.address();
      RawMemcacheClient client = wire(address.getPort()).toCompletableFuture().get();
      assertThat(client.isConnected()).isTrue();
      late.complete(client);
      client.disconnectFuture().toCompletableFuture().get();
    }
  }

  @Test
  void aServerThatRefusesIsSaidToHaveDoneSo() {
    try (MemcachedServer server = MemcachedServer.memcached().sasl("larder", "right").start()) {
      var greeting = new PlaintextAuthenticator("larder", "wrong");
      Dialer dialer =
          new Dialer(() -> wire(server.address().getPort(), true), greeting, NEVER, THREADS);
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> dialer.dial().get())
          .satisfies(
              e -> assertThat(e).hasRootCauseInstanceOf(MemcacheAuthenticationException.class));
    }
  }
}
