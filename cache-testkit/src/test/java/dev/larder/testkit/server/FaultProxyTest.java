package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  @AutoClose final FaultProxy proxy = FaultProxy.to(SERVER);
  @AutoClose Socket client;

  FaultProxyTest() throws IOException {
    this.client = connect();
  }

  private Socket connect() throws IOException {
    return new Socket(proxy.address().getAddress(), proxy.port());
  }

  private static void send(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
  }

  /** A line, or what came before the end. */
  private static String line(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static CompletableFuture<String> later(Socket socket) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return line(socket);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @AfterEach
  void serverLives() {
    assertThat(SERVER.command("PING")).isEqualTo("PONG");
  }

  @Test
  void carriesWhatIsSaid() throws IOException {
    send(client, "ECHO hello");
    assertThat(line(client)).isEqualTo("$5");
    assertThat(line(client)).isEqualTo("hello");
    assertThat(proxy.links()).hasSize(1);
  }

  @Test
  void carriesMuchInOrder() throws IOException {
    String value = "0123456789abcdef".repeat(1 << 17);
    CompletableFuture<String> reply = later(client);
    send(client, "*2\r\n$4\r\nECHO\r\n$" + value.length() + "\r\n" + value);
    assertThat(reply.join()).isEqualTo("$" + value.length());
    assertThat(line(client)).isEqualTo(value);
  }

  @Test
  void theEndOfAConnectionArrivesAndLeavesNoLink() throws IOException {
    send(client, "PING");
    client.shutdownOutput();
    assertThat(line(client)).isEqualTo("+PONG");
    assertThat(line(client)).isEmpty();
    Await.until(() -> "no link", () -> proxy.links().isEmpty());
  }

  @Test
  void aDelayIsTakenOnceEachWay() throws IOException {
    Duration delay = Duration.ofMillis(60);
    proxy.delay(delay);
    long start = System.nanoTime();
    send(client, "PING");
    assertThat(line(client)).isEqualTo("+PONG");
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2 * delay.toNanos());
  }

  @Test
  void aStallHoldsAllUntilItIsHealed() throws Exception {
    proxy.stall(Way.TO_SERVER, Way.TO_CLIENT);
    send(client, "PING");
    CompletableFuture<String> reply = later(client);
    Socket second = connect();
    send(second, "PING");
    assertThat(reply).isNotDone();
    proxy.heal();
    assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo("+PONG");
    assertThat(line(second)).isEqualTo("+PONG");
  }

  @Test
  void onlyAnswersAreHeldInAStallOfOneWay() throws Exception {
    proxy.stall(Way.TO_CLIENT);
    send(client, "SET stalled arrived");
    CompletableFuture<String> reply = later(client);
    Await.until(() -> "the write", () -> "arrived".equals(SERVER.command("GET", "stalled")));
    assertThat(reply).isNotDone();
    proxy.heal();
    assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo("+OK");
  }

  @Test
  void oneLinkAloneIsStalled() throws Exception {
    Socket second = connect();
    send(client, "PING");
    send(second, "PING");
    assertThat(line(client) + line(second)).isEqualTo("+PONG+PONG");
    proxy.links().get(0).stall(Way.TO_SERVER);
    send(second, "PING");
    assertThat(line(second)).isEqualTo("+PONG");
    send(client, "SET alone arrived");
    send(second, "GET alone");
    assertThat(line(second)).isEqualTo("$-1");
  }

  @Test
  void aCutResetsTheConnectionAndTakesNewOnes() throws IOException {
    send(client, "PING");
    line(client);
    proxy.cut();
    assertThatThrownBy(() -> line(client)).isInstanceOf(SocketException.class);
    try (Socket second = connect()) {
      send(second, "PING");
      assertThat(line(second)).isEqualTo("+PONG");
    }
  }

  @Test
  void aHalfOpenConnectionTakesAllAndAnswersNothing() throws Exception {
    send(client, "PING");
    line(client);
    proxy.halfOpen();
    send(client, "SET half arrived");
    CompletableFuture<String> reply = later(client);
    assertThat(SERVER.command("GET", "half")).isNull();
    send(client, "PING");
    assertThat(reply).isNotDone();
    assertThat(proxy.links()).hasSize(1);
    proxy.cut();
    assertThatThrownBy(reply::get).hasRootCauseInstanceOf(SocketException.class);
    assertThat(proxy.links()).isEmpty();
  }

  @Test
  void refusesNewConnectionsUntilItAcceptsAgain() throws IOException {
    send(client, "PING");
    line(client);
    proxy.refuse();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    send(client, "PING");
    assertThat(line(client)).isEqualTo("+PONG");
    proxy.accept();
    try (Socket second = connect()) {
      send(second, "PING");
      assertThat(line(second)).isEqualTo("+PONG");
    }
  }
}
