package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker with a local tier reads through a bad network what others write, and a checker looks how
 * old that is (I6).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundedStalenessTest {
  /** The bound where nothing else is set; kept by the precise clock, so that it holds exactly. */
  private static final Duration LOCAL_TTL = Duration.ofMillis(900);

  private static final Duration MAX_STALENESS = Duration.ofMillis(500);

  /** So that who reads by the bad network goes on without the store. */
  private static final Duration BUDGET = Duration.ofMillis(300);

  private static final Duration TURN = Duration.ofMillis(2_500);

  private final Sheet sheet =
      new Sheet(
          "staleness.txt",
          "channel                      on              bound (ms)  oldest read (ms)    reads   writes");
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
        Workers.start(
            3,
            directory,
            database,
            worker -> places().stream().map(each -> far.place(each, BUDGET, worker)).toList());
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

  List<Place> places() {
    Place place = Place.alone("redis", Place.Kind.SINGLE, server.uri());
    return List.of(place.behindLocalTier(LOCAL_TTL), place.bounded(MAX_STALENESS));
  }

  private void assertBounded(String channel, Place place, Runnable fault) {
    Checker checker = new Checker(place.bound());
    int number = turns++;
    turn.run(place, Turn.firstRow(number), number, TURN, checker, fault);
    sheet.add(
        "%-28s %-15s %10d %17.1f %8d %8d",
        channel,
        place,
        place.bound().toMillis(),
        checker.oldest().toNanos() / 1e6,
        checker.reads(),
        checker.writes());
    assertThat(checker.findings()).isEmpty();
    assertThat(checker.writes()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("places")
  void whileMessagesArrive(Place place) {
    assertBounded("sound", place, () -> {});
  }

  @ParameterizedTest
  @MethodSource("places")
  void whileTheChannelIsSilentAndTheStoreAnswers(Place place) {
    assertBounded("silent, the store answers", place, () -> far.stallChannels(TURN));
  }

  @ParameterizedTest
  @MethodSource("places")
  void whileTheChannelBreaksAgainAndAgain(Place place) {
    assertBounded(
        "broken, the store answers",
        place,
        () -> {
          for (int i = 0; i < 100; i++) {
            server.command("CLIENT", "KILL", "TYPE", "pubsub");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("places")
  void whileTheStoreCannotBeReachedEither(Place place) {
    assertBounded(
        "broken, the store refuses",
        place,
        () -> {
          far.network().refuse();
          far.network().cut();
        });
  }

  @ParameterizedTest
  @MethodSource("places")
  void whileTheStoreIsSilentToo(Place place) {
    assertBounded(
        "silent, the store is silent",
        place,
        () -> far.network().stall(Way.TO_CLIENT, Way.TO_SERVER));
  }
}
