package dev.larder.testkit.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A real server, in a process of its own, on a free port of 127.0.0.1, for as long as this is open.
 * A test class shares one:
 *
 * <pre>{@code
 * @AutoClose static final RedisServer SERVER = RedisServer.redis().start();
 * }</pre>
 *
 * <p>Its methods may be called by any thread.
 */
public abstract sealed class TestServer implements AutoCloseable
    permits RedisServer, MemcachedServer {
  private final Launcher launcher;
  private Launcher.Running running;
  private boolean closed;

  TestServer(Launcher launcher, Launcher.Running running) {
    this.launcher = launcher;
    this.running = running;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return FreePort.loopback(port());
  }

  /** The host of its address, as text. */
  public String host() {
    return "127.0.0.1";
  }

  /** The port of its address; the same for as long as this is open. */
  public synchronized int port() {
    return running.port();
  }

  /** Host and port with a colon between. */
  public String hostAndPort() {
    return host() + ":" + port();
  }

  /** The process that runs now, or that ran last. */
  public synchronized long pid() {
    return running.process().pid();
  }

  /** Whether the process runs; it does while it is paused, too. */
  public synchronized boolean isRunning() {
    return running.process().isAlive();
  }

  /** Ends the process as an administrator does, and returns when it is gone. */
  public synchronized void stop() {
    disconnect();
    running.process().stop();
    launcher.guard().watchNothing();
  }

  /** Ends the process as a crash does (SIGKILL), and returns when it is gone. */
  public synchronized void kill() {
    disconnect();
    running.process().kill();
    launcher.guard().watchNothing();
  }

  /**
   * Lets the process hang (SIGSTOP): connections stay, new ones are accepted by the system, and
   * nothing is answered.
   *
   * @throws IllegalStateException if it does not run
   */
  public synchronized void pause() {
    running.process().pause();
  }

  /**
   * Lets a process that hangs go on, as if no time had passed for it.
   *
   * @throws IllegalStateException if it does not run
   */
  public synchronized void resume() {
    running.process().resume();
  }

  /**
   * Runs the server again on the same port, and returns when it answers. It is stopped first, if it
   * runs. It comes back empty, unless it was set up to keep its data.
   *
   * @throws IllegalStateException if this is closed, or if the port was taken in the meantime
   */
  public synchronized void restart() {
    if (closed) {
      throw new IllegalStateException("The server is closed: " + hostAndPort());
    }
    stop();
    running = launcher.start(running.port());
  }

  /** What the process printed since it was started last. */
  public synchronized String log() {
    return running.process().log();
  }

  /** Where the server finds its files. */
  final Path directory() {
    return launcher.guard().directory();
  }

  /** Gives up a connection that looks at the server. */
  abstract void disconnect();

  /** Ends the process and deletes what it wrote. Closing again does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      kill();
      launcher.guard().close();
      closed = true;
    }
  }
}
