package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same annotated code in one process and, one line of configuration later, in a fleet. */
class OneLineLaterTest {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  private static final Path SOURCES = Path.of("src", "fleet", "lending");
  private static final String BOOK =
      "Book[id=1, title=Jane Eyre, authors=[Currer Bell], due=1847-10-19]";

  @TempDir Path directory;

  @BeforeEach
  void emptyServer() {
    SERVER.command("FLUSHALL");
  }

  private Member start(String program, Map<String, String> environment) {
    String folder = program.toLowerCase(Locale.ROOT);
    String classPath =
        new Builds(directory).compile(folder, SOURCES.resolve("common"), SOURCES.resolve(folder));
    return Member.start(folder, directory, environment, classPath, "com.acme.lending." + program);
  }

  private void configure(String... lines) throws IOException {
    Files.write(directory.resolve("larder.properties"), List.of(lines));
  }

  private static void assertFills(Member filling) {
    assertThat(filling.answer()).isEqualTo("taken from the shelf");
    assertThat(filling.answer()).isEqualTo(BOOK);
    assertThat(filling.answer()).isEqualTo(BOOK);
  }

  @Test
  void inTheHeapEachProcessHasItsOwn() throws IOException {
    configure("larder.chains.redis.tiers=local");

    try (Member filling = start("Filling", Map.of())) {
      assertFills(filling);
    }
    try (Member reading = start("Reading", Map.of())) {
      assertThat(reading.answer()).isEqualTo("there are no books here");
    }
  }

  @Test
  void withTheServerInAFileTheOtherReadsWhatTheFirstFilled() throws IOException {
    configure(
        "larder.chains.redis.tiers=local,redis",
        "larder.chains.redis.redis.command-timeout=30s",
        "larder.chains.redis.redis.url=" + SERVER.uri());

    assertTheOtherReads(Map.of());
  }

  @Test
  void withTheServerInAVariableTheOtherReadsWhatTheFirstFilled() throws IOException {
    configure("larder.chains.redis.redis.command-timeout=30s");

    assertTheOtherReads(Map.of("REDIS_URL", SERVER.uri()));
  }

  private void assertTheOtherReads(Map<String, String> environment) {
    try (Member filling = start("Filling", environment)) {
      assertFills(filling);
    }
    try (Member reading = start("Reading", environment)) {
      assertThat(reading.answer()).isEqualTo(BOOK);
    }
  }
}
