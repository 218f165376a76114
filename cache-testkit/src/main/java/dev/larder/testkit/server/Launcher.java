package dev.larder.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

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
    throw new StartFailure("No port is free for " + blueprint.binary().program());
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
      ServerProcess process = begin(port);
      Await.until(
          () -> "an answer of the server on port " + port + "; its log:\n" + process.log(),
          () -> hasEnded(process) || process.isNumbered(blueprint.answering(port)));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + blueprint.binary().program(), e);
    }
  }

  /** What is installed comes first, since it is there at once. */
  private ServerProcess begin(int port) throws IOException {
    Optional<Path> program = blueprint.binary().installed();
    if (program.isPresent()) {
      return LocalProcess.start(program.get(), blueprint, port, guard);
    }
    if (!DockerEngine.answers()) {
      throw blueprint.binary().missing();
    }
    return ContainerProcess.start(blueprint, port, guard.directory());
  }

  private boolean hasEnded(ServerProcess process) {
    if (process.isAlive()) {
      return false;
    }
    guard.watchNothing();
    String log = process.log();
    process.kill();
    if (!log.contains(TAKEN)) {
      throw new StartFailure(blueprint.binary().program() + " does not start; its log:\n" + log);
    }
    return true;
  }
}
