package dev.larder.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same code on a server: a second run is answered by what the first one left there. */
class ServerTest {
  private static final String FIRST_LOOK_UP = "find(2, \"anna\") Balls to the Wall, 0.99 ";

  /** What a run prints that has these variables, and none of other servers. */
  private static String run(Map<String, String> variables) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Quickstart.class.getName());
    builder.environment().keySet().removeIf(name -> name.matches("(REDIS|MEMCACHED|LARDER)_.*"));
    builder.environment().putAll(variables);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (var out = process.getInputStream()) {
      String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(printed).isZero();
      return printed.replaceAll(" +", " ");
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * What a server has counted. Each look at what the store keeps beside the entries is a hit, in
   * the first run too: that the entries were there as well is told by the misses.
   */
  private record Counted(long hits, long misses) {
    static Counted of(RedisServer server) {
      return of(server.info("stats"), "keyspace_");
    }

    static Counted of(MemcachedServer server) {
      return of(server.stats(), "get_");
    }

    private static Counted of(Map<String, String> counters, String prefix) {
      return new Counted(
          Long.parseLong(counters.get(prefix + "hits")),
          Long.parseLong(counters.get(prefix + "misses")));
    }

    Counted since(Counted before) {
      return new Counted(hits - before.hits, misses - before.misses);
    }
  }

  /** By the counts before the first run, before the second, and after it. */
  private static void assertSecondWasAnswered(Counted start, Counted between, Counted end) {
    Counted first = between.since(start);
    Counted second = end.since(between);
    assertThat(second.hits()).isPositive();
    assertThat(second.misses()).isLessThan(first.misses());
  }

  @Test
  void redisAnswersTheSecondRun() throws Exception {
    try (RedisServer server = RedisServer.redis().start()) {
      Map<String, String> variables = Map.of("REDIS_URL", server.uri());
      Counted start = Counted.of(server);
      assertThat(run(variables)).contains(FIRST_LOOK_UP + "database");
      Counted between = Counted.of(server);
      assertThat(run(variables))
          .contains("a distributed one, redis")
          .contains(FIRST_LOOK_UP + "distributed");
      assertSecondWasAnswered(start, between, Counted.of(server));
    }
  }

  @Test
  void memcachedAnswersTheSecondRun() throws Exception {
    try (MemcachedServer server = MemcachedServer.memcached().start()) {
      Map<String, String> variables = Map.of("MEMCACHED_SERVERS", server.hostAndPort());
      Counted start = Counted.of(server);
      assertThat(run(variables)).contains(FIRST_LOOK_UP + "database");
      Counted between = Counted.of(server);
      assertThat(run(variables))
          .contains("a distributed one, memcached")
          .contains(FIRST_LOOK_UP + "distributed");
      assertSecondWasAnswered(start, between, Counted.of(server));
    }
  }

  @Test
  void aServerThatIsDownChangesNoAnswer() throws Exception {
    assertThat(run(Map.of("REDIS_URL", "redis://127.0.0.1:1")))
        .contains("which does not answer")
        .contains(FIRST_LOOK_UP + "database")
        .contains("8. Read the class that did it");
  }
}
