package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheConnectionException;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that closes its store ends. */
class EndingTest {
  @Test
  void aProgramThatClosesItsStoreEnds() throws Exception {
    try (RedisServer server = RedisServer.redis().start()) {
      ends(server);
    }
  }

  @Test
  void aProgramEndsThoughTheServerIsDown() throws Exception {
    try (RedisServer server = RedisServer.redis().start()) {
      server.stop();
      ends(server);
    }
  }

  @Test
  void aProgramThatNeverUsesItsStoreEndsThoughItDoesNotCloseIt() throws Exception {
    try (RedisServer server = RedisServer.redis().start()) {
      String before = server.info("stats").get("total_connections_received");
      ends(server, Idle.class);
      assertThat(server.info("stats")).containsEntry("total_connections_received", before);
    }
  }

  private static void ends(RedisServer server) throws IOException, InterruptedException {
    ends(server, Program.class);
  }

  private static void ends(RedisServer server, Class<?> program)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                server.uri())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Has a store. */
  static final class Idle {
    public static void main(String[] arguments) {
      RedisStore.connect(arguments[0]);
    }
  }

  /** Uses every part that has threads. */
  static final class Program {
    public static void main(String[] arguments) {
      try (RedisStore store = RedisStore.connect(Patient.options(arguments[0]))) {
        store.subscribe("ending:1:users:~evict", new Deaf());
        store.put("ending:1:users:7", "one".getBytes(UTF_8), Duration.ofHours(1));
        store.open("ending:1:users").clear();
      } catch (CacheConnectionException e) {
        // The server is down.
      }
    }
  }

  private static final class Deaf implements dev.larder.spi.Messaging.Listener {
    @Override
    public void heard(long number, byte[] message) {}

    @Override
    public void interrupted() {}
  }
}
