package dev.larder.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, beside this one. */
final class LocalProcess implements ServerProcess {
  private static final long CLEAN_STOP_SECONDS = 20;
  private static final Path PROCESSES = Path.of("/proc");

  private final Process process;
  private final Path log;

  private LocalProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Runs the program until the guard ends it, or somebody earlier. */
  static ServerProcess start(Path program, Blueprint blueprint, int port, Guard guard)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(blueprint.prepare(port, guard.directory()));
    Path log = guard.directory().resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(guard.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(blueprint.environment(guard.directory()));
    Process process = builder.start();
    guard.watch(process);
    return new LocalProcess(process, log);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public boolean isNumbered(long pid) {
    return pid == pid();
  }

  @Override
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  @Override
  public void stop() {
    if (isAlive()) {
      resume();
      process.destroy();
      if (!awaitEnd(CLEAN_STOP_SECONDS)) {
        kill();
      }
    }
  }

  @Override
  public void kill() {
    process.destroyForcibly();
    awaitEnd(Long.MAX_VALUE);
  }

  private boolean awaitEnd(long seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void pause() {
    signal("STOP");
    Await.until(() -> "process " + pid() + " is stopped", this::isPaused);
  }

  @Override
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    if (!isAlive()) {
      throw new IllegalStateException("The server's process " + pid() + " is not running.");
    }
    try {
      // The shell's own kill, for machines without the program.
      int status = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + name + " " + pid() + " failed: " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether each thread has come to its stop; known on Linux alone. */
  private boolean isPaused() throws IOException {
    Path threads = PROCESSES.resolve(Long.toString(pid())).resolve("task");
    if (!Files.isDirectory(PROCESSES.resolve("self"))) {
      return true;
    }
    try (Stream<Path> each = Files.list(threads)) {
      return each.allMatch(LocalProcess::isStopped);
    }
  }

  private static boolean isStopped(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      // The name of the program, in brackets, may hold anything.
      return stat.startsWith(" T", stat.lastIndexOf(')') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
