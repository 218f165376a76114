package dev.larder.testkit.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One connection through a {@link FaultProxy}: from a client to it, and from it to the server. */
public final class FaultyLink {
  private final Socket client;
  private final Socket server;
  private LinkState state;
  private boolean halfOpen;

  FaultyLink(Socket client, Socket server, LinkState state) {
    this.client = client;
    this.server = server;
    this.state = state;
  }

  void start() {
    new Pump(this, Way.TO_SERVER, client, server).start();
    new Pump(this, Way.TO_CLIENT, server, client).start();
  }

  /** All bytes that have not arrived take this long, both ways; more bytes do not take longer. */
  public void delay(Duration delay) {
    become(old -> old.withDelay(delay));
  }

  /** Bytes on these ways do not arrive until {@link #heal}; not even the end of the connection. */
  public void stall(Way first, Way... others) {
    become(old -> old.stalling(first, others));
  }

  /** No delay and no stall any more: what was held arrives now. */
  public void heal() {
    become(old -> LinkState.SOUND);
  }

  synchronized void become(UnaryOperator<LinkState> change) {
    state = change.apply(state);
    notifyAll();
  }

  /** Resets the connection at both ends. */
  public void cut() {
    reset(client);
    reset(server);
    become(old -> old);
  }

  /**
   * Resets the connection at the server's end alone. The client's end stays as it is: what it sends
   * goes nowhere, and no answer comes.
   */
  public synchronized void halfOpen() {
    halfOpen = true;
    reset(server);
    notifyAll();
  }

  /** Where the server takes the client to be: what Redis calls the address of a client. */
  public InetSocketAddress addressAtServer() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** Whether the client, at least, may take it for open. */
  public boolean isOpen() {
    return !client.isClosed() && (isHalfOpen() || !server.isClosed());
  }

  /** Waits until bytes that were sent then have arrived. */
  synchronized void awaitArrival(Way way, long sentNanos) throws InterruptedException {
    while (isOpen()) {
      long arrival = state.arrivalNanos(way, sentNanos);
      if (arrival == Long.MAX_VALUE) {
        wait();
      } else {
        long rest = arrival - System.nanoTime();
        if (rest <= 0) {
          return;
        }
        TimeUnit.NANOSECONDS.timedWait(this, rest);
      }
    }
  }

  /** One end is no more, and so is the other, unless that is what the test wants it to think. */
  synchronized void broken() {
    if (!halfOpen) {
      cut();
    }
  }

  /** Nothing more comes to this end; when that is so at both, the connection is over. */
  synchronized void ended(Socket end) throws IOException {
    if (!halfOpen) {
      end.shutdownOutput();
      if (client.isOutputShutdown() && server.isOutputShutdown()) {
        client.close();
        server.close();
      }
    }
  }

  synchronized boolean isHalfOpen() {
    return halfOpen;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
