package dev.larder.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a server by its configuration file, since a command line takes no rules of users.
 *
 * @param mode an argument that makes a server something else; empty: none
 */
record RedisBlueprint(RedisOptions options, String mode) implements Blueprint {
  @Override
  public ServerBinary binary() {
    return options.binary();
  }

  @Override
  public List<String> prepare(int port, Path directory) throws IOException {
    if (!options.persistent()) {
      // A replica's copy of its master lies there, too.
      Files.deleteIfExists(directory.resolve("dump.rdb"));
    }
    Path file = directory.resolve(port + ".conf");
    if (Files.notExists(file)) {
      Files.write(file, lines(port, directory));
    }
    // Written once: a server writes there what became of it, such as whose replica it is.
    return mode.isEmpty() ? List.of(file.toString()) : List.of(file.toString(), mode);
  }

  private List<String> lines(int port, Path directory) {
    List<String> lines = new ArrayList<>();
    lines.add("bind 127.0.0.1");
    lines.add("dir " + RedisOptions.quoted(directory.toString()));
    lines.add("save \"\"");
    lines.add("enable-debug-command yes");
    lines.add(RedisUser.ofAll(options.password()).line());
    if (options.user() != null) {
      lines.add(options.user().line());
    }
    lines.addAll(ports(port, directory));
    lines.addAll(options.lines());
    return lines;
  }

  private List<String> ports(int port, Path directory) {
    if (options.certificates() == null) {
      return List.of("port " + port);
    }
    TlsFiles files = options.certificates().writeTo(directory);
    return List.of(
        "port 0",
        "tls-port " + port,
        "tls-ca-cert-file " + RedisOptions.quoted(files.authority().toString()),
        "tls-cert-file " + RedisOptions.quoted(files.serverCertificate().toString()),
        "tls-key-file " + RedisOptions.quoted(files.serverKey().toString()));
  }

  @Override
  public Map<String, String> environment(Path directory) {
    return Map.of();
  }

  @Override
  public long answering(int port) throws IOException {
    try (RedisConsole console = new RedisConsole(options, port, Connection.SHORT)) {
      console.command("PING");
      return Long.parseLong(console.info("server").getOrDefault("process_id", "0"));
    }
  }
}
