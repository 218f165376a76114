package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory with a process that works in it, and a watchman for both: a shell that reads from
 * this JVM. When the pipe ends, because of {@link #close} or because the JVM is no more (killed
 * too), it kills the process and deletes the directory.
 */
final class Guard implements AutoCloseable {
  private static final String WATCH =
      """
      trap '' HUP INT TERM
      pid=
      while read -r line; do pid=$line; done
      [ -z "$pid" ] || kill -KILL "$pid"
      rm -rf "$1"
      """;

  private final Path directory;
  private final Process shell;
  private final BufferedWriter orders;

  private Guard(Path directory, Process shell) {
    this.directory = directory;
    this.shell = shell;
    this.orders = shell.outputWriter(UTF_8);
  }

  /** A new directory without a process. */
  static Guard open(String name) {
    try {
      Path directory = Files.createTempDirectory("larder-" + name);
      ProcessBuilder watch =
          new ProcessBuilder("sh", "-c", WATCH, "larder-guard", directory.toString())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD);
      return new Guard(directory, watch.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the process finds its files; gone once this is closed. */
  Path directory() {
    return directory;
  }

  /** The process must not outlive this JVM. */
  void watch(Process process) {
    order(Long.toString(process.pid()));
  }

  /** There is no process now; the directory stays. */
  void watchNothing() {
    order("");
  }

  private void order(String pid) {
    try {
      orders.write(pid + "\n");
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the watchman of " + directory + " is gone", e);
    }
  }

  /** Kills the process and deletes the directory. */
  @Override
  public void close() {
    try {
      orders.close();
      shell.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("the watchman of " + directory + " is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
