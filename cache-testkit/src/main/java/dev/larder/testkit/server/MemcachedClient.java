package dev.larder.testkit.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection to a server, in one of its two protocols. */
sealed interface MemcachedClient extends AutoCloseable permits MemcachedText, MemcachedBinary {
  /** Says who the client is. */
  void logIn(MemcachedLogin login) throws IOException;

  /** The counters of a group; "" for the general ones. */
  Map<String, String> stats(String group) throws IOException;

  byte @Nullable [] get(String key) throws IOException;

  void set(String key, int flags, byte[] value) throws IOException;

  /** The lines of the answer to a command of the text protocol. */
  List<String> command(String line) throws IOException;

  @Override
  void close() throws IOException;
}
