package dev.larder.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server of Memcached. */
public final class MemcachedServer extends TestServer {
  private final MemcachedOptions options;
  private final MemcachedConsole console;
  private final @Nullable SaslDaemon sasl;

  private MemcachedServer(
      MemcachedOptions options,
      Launcher launcher,
      Launcher.Running running,
      @Nullable SaslDaemon sasl) {
    super(launcher, running);
    this.options = options;
    this.console = new MemcachedConsole(options, running.port(), Connection.LONG);
    this.sasl = sasl;
  }

  /** A plain Memcached: no login, no TLS; for more, say more before {@code start}. */
  public static MemcachedSetup memcached() {
    return new MemcachedSetup(MemcachedOptions.PLAIN);
  }

  static MemcachedServer start(MemcachedOptions options) {
    Guard guard = Guard.open("memcached");
    Launcher launcher = new Launcher(new MemcachedBlueprint(options), guard);
    MemcachedLogin login = options.login();
    SaslDaemon sasl =
        login == null || !login.sasl() ? null : SaslDaemon.start(guard.directory(), login);
    try {
      return new MemcachedServer(options, launcher, launcher.start(), sasl);
    } catch (RuntimeException e) {
      close(sasl);
      guard.close();
      throw e;
    }
  }

  private static void close(@Nullable SaslDaemon sasl) {
    if (sasl != null) {
      sasl.close();
    }
  }

  /**
   * The certificates that it was set up with, as files.
   *
   * @throws IllegalStateException if it speaks no TLS
   */
  public TlsFiles tls() {
    if (options.certificates() == null) {
      throw new IllegalStateException("The server speaks no TLS: " + hostAndPort());
    }
    return options.certificates().files(directory());
  }

  /** The general counters by their names, such as {@code cmd_get}. */
  public Map<String, String> stats() {
    return stats("");
  }

  /** The counters of a group, such as {@code items} or {@code settings}, by their names. */
  public Map<String, String> stats(String group) {
    return ask("stats", () -> console.stats(group));
  }

  /**
   * The lines of the answer to a command of one line, such as {@code delete key}, {@code version}
   * or {@code mg key t}.
   *
   * @throws ErrorReply if the server refuses
   * @throws UncheckedIOException if it does not answer
   * @throws UnsupportedOperationException if it has SASL, and so does not speak the text protocol
   */
  public List<String> command(String line) {
    return ask(line, () -> console.command(line));
  }

  /** The bytes under the key, or null. */
  public byte @Nullable [] get(String key) {
    return ask("get", () -> Optional.ofNullable(console.get(key))).orElse(null);
  }

  /**
   * Puts bytes under the key, without an end.
   *
   * @throws ErrorReply if the server refuses, for instance an item that is too large
   */
  public void set(String key, int flags, byte[] value) {
    ask(
        "set",
        () -> {
          console.set(key, flags, value);
          return true;
        });
  }

  /** Something that is asked of the server. */
  private interface Question<T> {
    T ask() throws IOException;
  }

  private <T> T ask(String command, Question<T> question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw new UncheckedIOException(command + " was not answered by " + hostAndPort(), e);
    }
  }

  @Override
  void disconnect() {
    // Each question has a connection of its own.
  }

  @Override
  public synchronized void close() {
    super.close();
    close(sasl);
  }
}
