package dev.larder.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of servers after a JVM that did not close them. */
class GuardTest {
  /** A JVM with a server of each kind that hangs, until its input ends. */
  static final class Careless {
    @SuppressWarnings("resource") // That is the test.
    public static void main(String[] args) throws IOException {
      for (TestServer server :
          List.of(
              RedisServer.redis().start(),
              RedisServer.valkey().persistent().start(),
              MemcachedServer.memcached().start())) {
        server.pause();
        System.out.println(server.pid() + " " + server.directory());
      }
      System.out.println("ready");
      System.in.read();
    }
  }

  static Stream<Consumer<Process>> ends() {
    return Stream.of(
        jvm -> {
          try {
            jvm.outputWriter().close();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        Process::destroy,
        Process::destroyForcibly);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void nothingOutlivesTheJvm(Consumer<Process> end) throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Careless.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = jvm.inputReader();
    List<String> servers =
        Stream.generate(() -> line(out)).takeWhile(line -> !line.equals("ready")).toList();
    assertThat(servers).hasSize(3).allMatch(GuardTest::isThere);
    end.accept(jvm);
    jvm.waitFor();
    Await.until(
        () -> "the end of " + servers, () -> servers.stream().noneMatch(GuardTest::isThere));
  }

  private static String line(BufferedReader reader) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isThere(String server) {
    String[] words = server.split(" ");
    return ProcessHandle.of(Long.parseLong(words[0])).filter(GuardTest::runs).isPresent()
        || Files.exists(Path.of(words[1]));
  }

  // Where nobody collects orphans, an ended one stays listed.
  private static boolean runs(ProcessHandle process) {
    return process.info().command().isPresent();
  }
}
