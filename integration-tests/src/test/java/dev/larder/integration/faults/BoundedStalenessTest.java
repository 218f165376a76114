package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.server.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker with a local tier reads through a bad network what others write, and a checker looks how
 * old that is (I6).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundedStalenessTest {
  /** The bound where nothing else is set; kept by the precise clock, so that it holds exactly. */
  private static final Duration LOCAL_TTL = Duration.ofMillis(900);

  private static final Duration TURN = Duration.ofMillis(2_500);

  private final Sheet sheet =
      new Sheet(
          "staleness.txt",
          "channel                        bound (ms)  oldest read (ms)    reads   writes");
  private Database database;
  private RedisServer server;
  private FarReader far;
  private Workers workers;
  private Turn turn;
  private int turns;

  @BeforeAll
  void start(@TempDir Path directory) {
    database = Database.start();
    server = RedisServer.redis().start();
    far = FarReader.of(server);
    workers =
        Workers.start(3, directory, database, worker -> List.of(far.place(bounded(), worker)));
    turn = new Turn(workers, directory, worker -> worker > 0);
  }

  @AfterEach
  void heal() {
    far.network().heal();
    far.network().accept();
  }

  @AfterAll
  void stop() {
    workers.close();
    far.close();
    server.close();
    database.close();
    sheet.print();
  }

  private Place bounded() {
    return new Place("bounded", Place.Kind.SINGLE, server.uri(), LOCAL_TTL, Flaw.NONE);
  }

  private void assertBounded(String channel, Runnable fault) {
    Checker checker = new Checker(LOCAL_TTL);
    int number = turns++;
    turn.run(bounded(), Turn.firstRow(number), number, TURN, checker, fault);
    sheet.add(
        "%-30s %10d %17.1f %8d %8d",
        channel,
        LOCAL_TTL.toMillis(),
        checker.oldest().toNanos() / 1e6,
        checker.reads(),
        checker.writes());
    assertThat(checker.findings()).isEmpty();
    assertThat(checker.writes()).isPositive();
  }

  @Test
  void whileMessagesArrive() {
    assertBounded("sound", () -> {});
  }

  @Test
  void whileTheChannelIsSilentAndTheStoreAnswers() {
    assertBounded("silent, the store answers", () -> far.stallChannels(TURN));
  }

  @Test
  void whileTheChannelBreaksAgainAndAgain() {
    assertBounded(
        "broken, the store answers",
        () -> {
          for (int i = 0; i < 100; i++) {
            server.command("CLIENT", "KILL", "TYPE", "pubsub");
          }
        });
  }

  @Test
  void whileTheStoreCannotBeReachedEither() {
    assertBounded(
        "broken, the store refuses",
        () -> {
          far.network().refuse();
          far.network().cut();
        });
  }
}
