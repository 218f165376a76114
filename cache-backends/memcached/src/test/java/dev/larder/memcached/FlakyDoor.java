package dev.larder.memcached;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before a server: it takes connections, and resets some, or leads to the server. */
final class FlakyDoor implements AutoCloseable {
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger resets = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile InetSocketAddress target;

  FlakyDoor(InetSocketAddress target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::takeAll);
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "flaky-door");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  String hostAndPort() {
    return "127.0.0.1:" + port();
  }

  /** How many connections it has taken. */
  int taken() {
    return taken.get();
  }

  /** Leads to another server from now on. */
  void leadTo(InetSocketAddress other) {
    target = other;
    resetAll();
  }

  /** Resets the connections that are there and so many that are to come. */
  void reset(int more) {
    resets.set(more);
    resetAll();
  }

  /** Whether all resets have happened. */
  boolean isSound() {
    return resets.get() == 0;
  }

  private void resetAll() {
    open.forEach(FlakyDoor::reset);
  }

  private void takeAll() {
    while (!listening.isClosed()) {
      try {
        take(listening.accept());
      } catch (IOException e) {
        // The client has gone, the server refuses, or this was closed.
      }
    }
  }

  private void take(Socket client) throws IOException {
    taken.incrementAndGet();
    open.add(client);
    if (resets.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      reset(client);
      return;
    }
    Socket server = new Socket();
    try {
      server.connect(target);
      thread(() -> carry(client, server));
      thread(() -> carry(server, client));
    } catch (IOException e) {
      reset(client);
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either end was reset: so is the other.
    }
    reset(from);
    reset(to);
    open.remove(from);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    resetAll();
  }
}
