package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A configuration endpoint as ElastiCache has one: it knows a list of servers, and no more. */
final class ClusterServer implements AutoCloseable {
  private final ServerSocket listening;
  private final String command;
  private final String answer;
  private volatile String list = "";
  private final AtomicReference<String> once = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();

  private ClusterServer(String command, String answer) {
    this.command = command;
    this.answer = answer;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "cluster-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that understands {@code config get cluster}. */
  static ClusterServer start() {
    return new ClusterServer("config get cluster", "CONFIG cluster");
  }

  /** One of the days before that. */
  static ClusterServer startOld() {
    return new ClusterServer("get AmazonElastiCache:cluster", "VALUE AmazonElastiCache:cluster");
  }

  String hostAndPort() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** What it tells from now on. */
  void tell(int version, List<String> hostsAndPorts) {
    list = list(version, hostsAndPorts);
  }

  /** What it tells who asks next, and nobody after him. */
  void tellOnce(int version, List<String> hostsAndPorts) {
    once.set(list(version, hostsAndPorts));
  }

  private static String list(int version, List<String> hostsAndPorts) {
    return hostsAndPorts.stream()
        .map(each -> each.replace(":", "|127.0.0.1|"))
        .collect(Collectors.joining(" ", version + "\n", "\n"));
  }

  /** Returns when what it tells now has been heard, and acted upon. */
  void awaitHeard() {
    int before = asked.get();
    // The first may have been answered before the list changed; who asks a third time has acted.
    while (asked.get() < before + 3) {
      Thread.onSpinWait();
    }
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        answer(socket);
      } catch (IOException e) {
        // The client has gone, or this was closed.
      }
      asked.incrementAndGet();
    }
  }

  private void answer(Socket socket) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      socket.getOutputStream().write(answer(line).getBytes(US_ASCII));
      socket.getOutputStream().flush();
    }
  }

  private String answer(String line) {
    if (!line.equals(command)) {
      return line.startsWith("get ") ? "END\r\n" : "ERROR\r\n";
    }
    String only = once.getAndSet(null);
    String told = only == null ? list : only;
    return answer + " 0 " + told.length() + "\r\n" + told + "\r\nEND\r\n";
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
