package dev.larder.testkit.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bad network: clients connect to it instead of to a server, and it carries the bytes, or does
 * not. What is said here is for all connections, future ones included; {@link #links} are there for
 * one. Its methods may be called by any thread.
 */
public final class FaultProxy implements AutoCloseable {
  private final InetSocketAddress target;
  private final List<FaultyLink> links = new CopyOnWriteArrayList<>();
  private final InetSocketAddress address;
  private final Object network = new Object();
  private LinkState state = LinkState.SOUND;
  private @Nullable Acceptor acceptor;

  private FaultProxy(InetSocketAddress target, ServerSocket listener) {
    this.target = target;
    this.address = FreePort.loopback(listener.getLocalPort());
    this.acceptor = new Acceptor(listener, this::connect);
    acceptor.start();
  }

  /** A proxy on a free port of 127.0.0.1 in front of a server, with no fault so far. */
  public static FaultProxy to(InetSocketAddress target) {
    return new FaultProxy(target, Acceptor.bind());
  }

  /** A proxy in front of a test's server. */
  public static FaultProxy to(TestServer target) {
    return to(target.address());
  }

  /** Where clients connect. */
  public InetSocketAddress address() {
    return address;
  }

  /** The host of its address, as text. */
  public String host() {
    return "127.0.0.1";
  }

  /** The port of its address. */
  public int port() {
    return address.getPort();
  }

  /** Host and port with a colon between. */
  public String hostAndPort() {
    return host() + ":" + port();
  }

  /** The connections that are open, oldest first. */
  public List<FaultyLink> links() {
    links.removeIf(link -> !link.isOpen());
    return List.copyOf(links);
  }

  /** All bytes that have not arrived take this long, both ways. */
  public void delay(Duration delay) {
    become(old -> old.withDelay(delay));
  }

  /**
   * Bytes on these ways do not arrive until {@link #heal}. New connections are taken, and are as
   * silent.
   */
  public void stall(Way first, Way... others) {
    become(old -> old.stalling(first, others));
  }

  /** No delay and no stall any more; what was held arrives now. */
  public void heal() {
    become(old -> LinkState.SOUND);
  }

  private void become(UnaryOperator<LinkState> change) {
    synchronized (network) {
      state = change.apply(state);
      links.forEach(link -> link.become(change));
    }
  }

  /** Resets all connections; new ones are taken. */
  public void cut() {
    links.forEach(FaultyLink::cut);
  }

  /** Resets all connections at the server's end alone, so that clients do not learn of it. */
  public void halfOpen() {
    links.forEach(FaultyLink::halfOpen);
  }

  /** New connections are refused, as where nothing listens; those that are there stay. */
  public synchronized void refuse() {
    if (acceptor != null) {
      acceptor.close();
      acceptor = null;
    }
  }

  /** New connections are taken again, on the same port. */
  public synchronized void accept() {
    if (acceptor == null) {
      acceptor = new Acceptor(Acceptor.bind(address), this::connect);
      acceptor.start();
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(target);
      begin(client, server);
    } catch (IOException e) {
      // Nobody listens behind the proxy, so nobody does in front of it.
      new FaultyLink(client, server, LinkState.SOUND).cut();
    }
  }

  private void begin(Socket client, Socket server) {
    synchronized (network) {
      FaultyLink link = new FaultyLink(client, server, state);
      links.add(link);
      link.start();
    }
  }

  /** Refuses new connections and resets those that are there. */
  @Override
  public void close() {
    refuse();
    cut();
  }
}
