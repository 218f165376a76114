package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.integration.Jdk;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same annotated code in one process and, one line of configuration later, in a fleet. One JVM
 * has the source of the values; the other has their class, and nothing to load them with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneLineLaterTest {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  private static final Path SOURCES = Path.of("src", "fleet", "lending");
  private static final String PATIENCE =
      """
      larder.chains.redis.redis.command-timeout=30s
      larder.chains.redis.read-timeout=30s
      larder.chains.redis.write-timeout=30s
      """;
  private static final String BOOK =
      "Book[id=1, title=Jane Eyre, authors=[Currer Bell], due=1847-10-19]";

  private Path directory;
  private String filling;
  private String reading;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @BeforeAll
  void compile(@TempDir Path temporary) {
    directory = temporary;
    filling = compiled("filling");
    reading = compiled("reading");
  }

  private String compiled(String program) {
    return new Builds(directory)
        .compile(program, SOURCES.resolve("common"), SOURCES.resolve(program));
  }

  @BeforeEach
  void emptyServer() {
    SERVER.command("FLUSHALL");
  }

  private void configure(String... lines) throws IOException {
    Files.write(directory.resolve("larder.properties"), List.of(lines));
  }

  private void assertFills(Map<String, String> environment) {
    try (Member member =
        Member.start(
            "filling",
            Jdk.running(),
            directory,
            environment,
            filling,
            "com.acme.lending.Filling")) {
      assertThat(member.answer()).isEqualTo("taken from the shelf");
      assertThat(member.answer()).isEqualTo(BOOK);
      assertThat(member.answer()).isEqualTo(BOOK);
    }
  }

  private void assertReads(Jdk jdk, Map<String, String> environment, String answer) {
    try (Member member =
        Member.start("reading", jdk, directory, environment, reading, "com.acme.lending.Reading")) {
      assertThat(member.answer()).isEqualTo(answer);
    }
  }

  @Test
  void inTheHeapEachProcessHasItsOwn() throws IOException {
    configure("larder.chains.redis.tiers=local");

    assertFills(Map.of());

    assertReads(Jdk.running(), Map.of(), "there are no books here");
  }

  @Test
  void withTheServerInAFileTheOtherReadsWhatTheFirstFilled() throws IOException {
    String url = "larder.chains.redis.redis.url=" + SERVER.uri();
    configure("larder.chains.redis.tiers=local,redis", url, PATIENCE);

    assertFills(Map.of());

    assertReads(Jdk.running(), Map.of(), BOOK);
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("jdks")
  void withTheServerInAVariableTheOtherReadsWhatTheFirstFilled(Jdk other) throws IOException {
    configure(PATIENCE);
    Map<String, String> environment = Map.of("REDIS_URL", SERVER.uri());

    assertFills(environment);

    assertReads(other, environment, BOOK);
  }
}
