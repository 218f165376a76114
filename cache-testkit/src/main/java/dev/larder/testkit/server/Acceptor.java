package dev.larder.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Takes the connections to a port, in a thread of its own. */
final class Acceptor implements AutoCloseable {
  private static final int MOST_BINDS = 50;

  private final ServerSocket listener;
  private final Thread thread;

  Acceptor(ServerSocket listener, Consumer<Socket> taker) {
    this.listener = listener;
    this.thread = new Thread(() -> acceptAll(taker), "larder-fault-proxy-accepts");
    thread.setDaemon(true);
  }

  /** Listens on a port that nobody else has. */
  static ServerSocket bind() {
    for (int i = 0; i < MOST_BINDS; i++) {
      try {
        return bind(FreePort.loopback(FreePort.next()));
      } catch (UncheckedIOException e) {
        // Somebody else took it in the meantime.
      }
    }
    throw new StartFailure("No port is free for a proxy.");
  }

  static ServerSocket bind(InetSocketAddress address) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.bind(address);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address, e);
    }
  }

  void start() {
    thread.start();
  }

  private void acceptAll(Consumer<Socket> taker) {
    while (!listener.isClosed()) {
      try {
        taker.accept(listener.accept());
      } catch (IOException e) {
        // Either this is closed, or the client is gone already.
      }
    }
  }

  /** Refuses connections from now on. */
  @Override
  public void close() {
    try {
      listener.close();
      // The system listens for as long as the thread is inside of it.
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
