package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server of Redis or of Valkey. */
public final class RedisServer extends TestServer {
  private final RedisOptions options;
  private final RedisConsole console;

  private RedisServer(RedisOptions options, Launcher launcher, Launcher.Running running) {
    super(launcher, running);
    this.options = options;
    this.console = new RedisConsole(options, running.port(), Connection.LONG);
  }

  /**
   * A plain Redis: no password, no TLS, nothing kept on disk; for more, say more before {@code
   * start}.
   */
  public static RedisSetup redis() {
    return new RedisSetup(RedisOptions.of(ServerBinary.REDIS));
  }

  /** A plain Valkey, likewise. */
  public static RedisSetup valkey() {
    return new RedisSetup(RedisOptions.of(ServerBinary.VALKEY));
  }

  static RedisServer start(RedisOptions options) {
    return start(options, new RedisBlueprint(options, ""));
  }

  static RedisServer start(RedisOptions options, RedisBlueprint blueprint) {
    Guard guard = Guard.open("redis");
    Launcher launcher = new Launcher(blueprint, guard);
    try {
      return new RedisServer(options, launcher, launcher.start());
    } catch (RuntimeException e) {
      guard.close();
      throw e;
    }
  }

  /**
   * What a client is given, with scheme, user and password, such as {@code
   * rediss://:secret@127.0.0.1:12345}.
   */
  public String uri() {
    return scheme() + "://" + login() + hostAndPort();
  }

  private String scheme() {
    String plain = options.binary() == ServerBinary.VALKEY ? "valkey" : "redis";
    return options.certificates() == null ? plain : plain + "s";
  }

  private String login() {
    RedisUser user = options.user();
    if (user != null) {
      return encoded(user.name()) + ":" + encoded(user.password()) + "@";
    }
    return options.password().isEmpty() ? "" : ":" + encoded(options.password()) + "@";
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }

  /**
   * The certificates that it was set up with, as files.
   *
   * @throws IllegalStateException if it speaks no TLS
   */
  public TlsFiles tls() {
    if (options.certificates() == null) {
      throw new IllegalStateException("The server speaks no TLS: " + uri());
    }
    return options.certificates().files(directory());
  }

  /**
   * The reply to any command, given as the user {@code default} who may do everything: text, {@code
   * Long}, {@code List} of such (and of {@link ErrorReply}, in transactions), or null.
   *
   * @throws ErrorReply if the server refuses
   * @throws UncheckedIOException if it does not answer
   */
  public @Nullable Object command(String... words) {
    try {
      return console.command(words);
    } catch (IOException e) {
      throw unanswered(words[0], e);
    }
  }

  /**
   * The same in bytes: what would be text of a key or value there, is {@code byte[]} here.
   *
   * @throws ErrorReply if the server refuses
   * @throws UncheckedIOException if it does not answer
   */
  public @Nullable Object command(byte[]... words) {
    try {
      return console.command(List.of(words));
    } catch (IOException e) {
      throw unanswered(new String(words[0], UTF_8), e);
    }
  }

  /** The values of a section of {@code INFO}, such as {@code stats}, by their names. */
  public Map<String, String> info(String section) {
    try {
      return console.info(section);
    } catch (IOException e) {
      throw unanswered("INFO", e);
    }
  }

  /**
   * How often each command was called since the server was started or {@code CONFIG RESETSTAT}, by
   * its name in small letters, such as {@code get} or {@code config|set}. The commands that are
   * given here count, too.
   */
  public Map<String, Long> commandStats() {
    Map<String, Long> calls = new LinkedHashMap<>();
    info("commandstats")
        .forEach((name, value) -> calls.put(name.replace("cmdstat_", ""), calls(value)));
    return calls;
  }

  // calls=3,usec=12,...
  private static long calls(String value) {
    return Long.parseLong(value.substring(value.indexOf('=') + 1, value.indexOf(',')));
  }

  private UncheckedIOException unanswered(String command, IOException cause) {
    return new UncheckedIOException(command + " was not answered by " + hostAndPort(), cause);
  }

  @Override
  void disconnect() {
    console.close();
  }
}
