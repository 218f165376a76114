package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where servers come from. */
class OriginTest {
  @TempDir Path empty;

  /** Starts a server of each kind, or says why it cannot. */
  static final class Starts {
    public static void main(String[] args) {
      for (ServerBinary binary : ServerBinary.values()) {
        try (TestServer server = start(binary)) {
          System.out.println(server.isRunning());
        } catch (IllegalStateException e) {
          System.out.println(e.getMessage());
        }
      }
    }

    private static TestServer start(ServerBinary binary) {
      return switch (binary) {
        case REDIS -> RedisServer.redis().start();
        case VALKEY -> RedisServer.valkey().start();
        case MEMCACHED -> MemcachedServer.memcached().start();
      };
    }
  }

  /** What that says in a JVM with this path, in whose home nothing was unpacked. */
  private String output(String path) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            withoutTestcontainers(),
            Starts.class.getName());
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", empty.toString());
    Process jvm = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(jvm.getInputStream().readAllBytes(), UTF_8);
    assertThat(jvm.waitFor()).isZero();
    return output;
  }

  private static String withoutTestcontainers() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("testcontainers"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A directory with the shell's programs alone. */
  private Path shell() throws IOException {
    Path directory = Files.createDirectory(empty.resolve("shell"));
    for (String program : new String[] {"sh", "rm"}) {
      Path origin =
          Stream.of(System.getenv("PATH").split(File.pathSeparator))
              .map(entry -> Path.of(entry, program))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(directory.resolve(program), origin);
    }
    return directory;
  }

  @Test
  void whatIsMissingIsSaidWithItsMend() throws Exception {
    String none = ", which is not installed, and no Docker engine answers that would run it. ";
    assertThat(output(shell().toString()).lines())
        .containsExactly(
            "This test needs redis-server" + none + "Run: apt-get install redis-server",
            "This test needs valkey-server"
                + none
                + "Run ./verify once, which unpacks it into ~/.cache/larder, or: apt-get install"
                + " valkey-server (on Debian 12 from bookworm-backports)",
            "This test needs memcached" + none + "Run: apt-get install memcached");
  }

  @Test
  void whatIsUnpackedInTheHomeIsFound() throws Exception {
    Path programs = Files.createDirectories(empty.resolve(".cache/larder/valkey/usr/bin"));
    Path valkey = ServerBinary.VALKEY.installed().orElseThrow();
    Files.createSymbolicLink(programs.resolve("valkey-server"), valkey);
    assertThat(output(shell().toString()).lines()).element(1).isEqualTo("true");
  }

  @Test
  void whatIsOnThePathIsFound() throws Exception {
    Path directory = shell();
    Path memcached = ServerBinary.MEMCACHED.installed().orElseThrow();
    Files.createSymbolicLink(directory.resolve("memcached"), memcached);
    assertThat(output(directory.toString()).lines()).element(2).isEqualTo("true");
  }
}
