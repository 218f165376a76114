package dev.larder.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Brings a server up. A port that was free may be taken a moment later, so a server that cannot
 * bind is started again; and one that answers on the port is asked whether it is the one meant.
 */
record Launcher(Blueprint blueprint, Guard guard) {
  private static final int MOST_STARTS = 50;
  private static final String TAKEN = "Address already in use";

  /** A server that answers on its port. */
  record Running(int port, ServerProcess process) {}

  /** Runs the server on a port that nobody else has. */
  Running start() {
    for (int i = 1; i < MOST_STARTS; i++) {
      int port = FreePort.next();
      ServerProcess process = run(port);
      if (process.isAlive()) {
        return new Running(port, process);
      }
    }
    throw new StartFailure("No port is free for " + blueprint.binary().path());
  }

  /** Runs the server on this port. */
  Running start(int port) {
    ServerProcess process = run(port);
    if (!process.isAlive()) {
      throw new StartFailure("Port " + port + " was taken while the server was down.");
    }
    return new Running(port, process);
  }

  /** A process that answers; or one that ended because the port is taken. */
  private ServerProcess run(int port) {
    try {
      ServerProcess process = ServerProcess.start(blueprint, port, guard);
      Await.until(
          () -> "an answer of the server on port " + port + "; its log:\n" + process.log(),
          () -> hasEnded(process) || blueprint.answering(port) == process.pid());
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + blueprint.binary().path(), e);
    }
  }

  private boolean hasEnded(ServerProcess process) {
    if (process.isAlive()) {
      return false;
    }
    guard.watchNothing();
    String log = process.log();
    if (!log.contains(TAKEN)) {
      throw new StartFailure(blueprint.binary().path() + " does not start; its log:\n" + log);
    }
    return true;
  }
}
