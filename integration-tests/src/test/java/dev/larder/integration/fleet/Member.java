package dev.larder.integration.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.integration.Jdk;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, with a class path of its own, that answers each line with a line. It ends when
 * its input does: with this, and with the process of the test.
 */
public final class Member implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;
  private static final String ENDED = "(ended)";

  private final String name;
  private final Process process;
  private final Path errors;
  private final BufferedWriter orders;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private Member(String name, Process process, Path errors) {
    this.name = name;
    this.process = process;
    this.errors = errors;
    this.orders = process.outputWriter(UTF_8);
    Thread reader = new Thread(this::readAnswers, "answers of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a JVM.
   *
   * @param jdk what it is of
   * @param directory where it finds its configuration, and leaves what it says of its errors
   * @param environment its variables beside those of this process
   * @param arguments of the main class
   */
  public static Member start(
      String name,
      Jdk jdk,
      Path directory,
      Map<String, String> environment,
      String classPath,
      String mainClass,
      String... arguments) {
    Path errors = directory.resolve(name + "-errors.txt");
    // Small, and soon warm: several of them share the machine.
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            jdk.tool("java").toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    try {
      return new Member(name, builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readAnswers() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      answers.add("unreadable: " + e);
    }
    answers.add(ENDED);
  }

  /** Gives an order and waits for its answer. */
  public String ask(String order) {
    tell(order);
    return answer();
  }

  /** Gives an order. */
  public void tell(String order) {
    try {
      orders.write(order);
      orders.newLine();
      orders.flush();
    } catch (IOException e) {
      throw new IllegalStateException(name + " has ended: " + errors(), e);
    }
  }

  /** Waits for the answer to the next order that was given. */
  public String answer() {
    try {
      String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null || answer.equals(ENDED)) {
        throw new IllegalStateException(name + " gives no answer: " + errors());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a crash does (SIGKILL), and returns when it is gone. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it, and waits until it has. */
  @Override
  public void close() {
    try {
      orders.close();
    } catch (IOException e) {
      // It has ended by itself.
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(name + " does not end: " + errors());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
