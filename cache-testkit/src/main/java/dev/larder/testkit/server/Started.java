package dev.larder.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Servers that belong together: all of them are there, or none.
 *
 * @param <S> the server
 */
record Started<S extends TestServer>(List<S> servers) implements AutoCloseable {
  Started {
    servers = List.copyOf(servers);
  }

  /** Starts the servers, one by one. */
  static <S extends TestServer> Started<S> of(int count, Supplier<S> start) {
    if (count < 0) {
      throw new IllegalArgumentException("The number of servers is negative: " + count);
    }
    List<S> servers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        servers.add(start.get());
      }
      return new Started<>(servers);
    } catch (RuntimeException e) {
      closeAll(servers);
      throw e;
    }
  }

  /** Does what makes one thing of the servers; they are closed if that fails. */
  void join(Consumer<List<S>> step) {
    try {
      step.accept(servers);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** All of these and those. */
  Started<S> and(Started<S> others) {
    List<S> all = new ArrayList<>(servers);
    all.addAll(others.servers);
    return new Started<>(all);
  }

  @Override
  public void close() {
    closeAll(servers);
  }

  private static void closeAll(List<? extends TestServer> servers) {
    servers.forEach(TestServer::close);
  }
}
