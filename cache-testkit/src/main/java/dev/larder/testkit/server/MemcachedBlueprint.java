package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a server by its command line. */
record MemcachedBlueprint(MemcachedOptions options) implements Blueprint {
  @Override
  public ServerBinary binary() {
    return ServerBinary.MEMCACHED;
  }

  @Override
  public List<String> prepare(int port, Path directory) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-l", "127.0.0.1", "-p", "" + port, "-U", "0"));
    // It refuses to be root unless told so; of everybody else it ignores the name.
    arguments.addAll(List.of("-u", "root"));
    arguments.addAll(tls(directory));
    arguments.addAll(login(directory));
    arguments.addAll(options.arguments());
    return arguments;
  }

  private List<String> tls(Path directory) {
    if (options.certificates() == null) {
      return List.of();
    }
    TlsFiles files = options.certificates().writeTo(directory);
    String places =
        "ssl_chain_cert=%s,ssl_key=%s".formatted(files.serverCertificate(), files.serverKey());
    return List.of("-Z", "-o", places);
  }

  private List<String> login(Path directory) throws IOException {
    MemcachedLogin login = options.login();
    if (login == null) {
      return List.of();
    }
    if (login.sasl()) {
      return List.of("-S");
    }
    Path file = directory.resolve("users");
    Files.writeString(file, login.user() + ":" + login.password() + "\n", UTF_8);
    return List.of("-Y", file.toString());
  }

  @Override
  public Map<String, String> environment(Path directory) {
    // SASL looks for memcached.conf in it.
    return Map.of("SASL_CONF_PATH", directory.toString());
  }

  @Override
  public long answering(int port) throws IOException {
    MemcachedConsole console = new MemcachedConsole(options, port, Connection.SHORT);
    return Long.parseLong(console.stats("").getOrDefault("pid", "0"));
  }
}
