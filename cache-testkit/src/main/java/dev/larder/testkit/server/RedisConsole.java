package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A look at a server as the user who may do everything, over one connection while it lasts. */
final class RedisConsole implements AutoCloseable {
  private final RedisOptions options;
  private final int port;
  private final Connection connection;
  private volatile @Nullable RespClient client;

  RedisConsole(RedisOptions options, int port, Duration patience) {
    this.options = options;
    this.port = port;
    this.connection = new Connection(options.certificates(), patience);
  }

  /** The reply; a connection that the server has closed in the meantime is opened again. */
  synchronized @Nullable Object command(List<byte[]> words) throws IOException {
    boolean used = client != null;
    try {
      return open().command(words);
    } catch (SocketTimeoutException e) {
      close();
      throw e;
    } catch (IOException e) {
      close();
      if (used) {
        return command(words);
      }
      throw e;
    }
  }

  private RespClient open() throws IOException {
    RespClient open = client;
    if (open == null) {
      open = connect();
      client = open;
    }
    return open;
  }

  @Nullable Object command(String... words) throws IOException {
    return asText(command(Arrays.stream(words).map(word -> word.getBytes(UTF_8)).toList()));
  }

  /** The lines {@code name:value} of a section of {@code INFO}. */
  Map<String, String> info(String section) throws IOException {
    String text = (String) Objects.requireNonNull(command("INFO", section));
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line ->
                values.put(
                    line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
    return values;
  }

  private RespClient connect() throws IOException {
    RespClient opened = new RespClient(connection.open(port));
    if (!options.password().isEmpty()) {
      opened.command("AUTH", options.password());
    }
    return opened;
  }

  private static @Nullable Object asText(@Nullable Object reply) {
    if (reply instanceof byte[] bytes) {
      return new String(bytes, UTF_8);
    }
    return reply instanceof List<?> list ? list.stream().map(RedisConsole::asText).toList() : reply;
  }

  /** Gives up the connection, whoever waits for an answer over it; the next command opens one. */
  @Override
  public void close() {
    RespClient open = client;
    client = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
