package dev.larder.testkit.server;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A look at a server, over a connection for each command. */
record MemcachedConsole(MemcachedOptions options, int port, Duration patience) {
  /** The counters of a group; "" for the general ones. */
  Map<String, String> stats(String group) throws IOException {
    try (MemcachedClient client = open()) {
      return client.stats(group);
    }
  }

  List<String> command(String line) throws IOException {
    try (MemcachedClient client = open()) {
      return client.command(line);
    }
  }

  byte @Nullable [] get(String key) throws IOException {
    try (MemcachedClient client = open()) {
      return client.get(key);
    }
  }

  void set(String key, int flags, byte[] value) throws IOException {
    try (MemcachedClient client = open()) {
      client.set(key, flags, value);
    }
  }

  private MemcachedClient open() throws IOException {
    MemcachedLogin login = options.login();
    Socket socket = new Connection(options.certificates(), patience).open(port);
    MemcachedClient client =
        login != null && login.sasl() ? new MemcachedBinary(socket) : new MemcachedText(socket);
    try {
      if (login != null) {
        client.logIn(login);
      }
      return client;
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }
}
