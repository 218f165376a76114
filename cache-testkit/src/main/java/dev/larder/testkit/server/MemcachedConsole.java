package dev.larder.testkit.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A look at a server, over a connection for each command. */
record MemcachedConsole(MemcachedOptions options, int port) {
  /** The counters of a group; "" for the general ones. */
  Map<String, String> stats(String group) throws IOException {
    Map<String, String> stats = new LinkedHashMap<>();
    for (String line : command(("stats " + group).strip())) {
      String[] words = line.split(" ", 3);
      if (words.length == 3) {
        stats.put(words[1], words[2]);
      }
    }
    return stats;
  }

  List<String> command(String line) throws IOException {
    try (MemcachedText text = open()) {
      return text.command(line);
    }
  }

  byte @Nullable [] get(String key) throws IOException {
    try (MemcachedText text = open()) {
      return text.get(key);
    }
  }

  void set(String key, int flags, byte[] value) throws IOException {
    try (MemcachedText text = open()) {
      text.set(key, flags, value);
    }
  }

  private MemcachedText open() throws IOException {
    MemcachedText text = new MemcachedText(new Connection(options.certificates()).open(port));
    try {
      if (options.login() != null) {
        text.logIn(options.login());
      }
      return text;
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }
}
