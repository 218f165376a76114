package dev.larder.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports to listen on. They lie below those that systems give to outgoing connections, so that a
 * server that was stopped finds its port free when it comes back; and so do those 10,000 above
 * them, over which the nodes of a cluster talk.
 */
final class FreePort {
  private static final int FIRST = 12_000;
  private static final int END = 22_000;

  private FreePort() {}

  /** A port that nothing listens on now; whoever takes it must be ready to find it taken. */
  static int next() {
    int port = FIRST;
    do {
      port = ThreadLocalRandom.current().nextInt(FIRST, END);
    } while (!isFree(port));
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(loopback(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The port on 127.0.0.1. */
  static InetSocketAddress loopback(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
