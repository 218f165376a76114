package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.integration.fleet.Member;
import dev.larder.testkit.server.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three JVMs read and write the rows of one database through caches on every kind of server, at
 * random, and a checker reads what they did: nothing outdated beyond the bound (I5, I6). What the
 * processes take of the machine stays what it was, and counters add up.
 *
 * <p>Some seconds long; with {@code -Dlarder.full=true} ten minutes, or as many seconds as {@code
 * -Dlarder.soak} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoakTest {
  private static final int JVMS = 3;
  private static final boolean FULL = Boolean.getBoolean("larder.full");
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("larder.soak", FULL ? 600 : 4));
  private static final Duration TURN = Duration.ofMillis(FULL ? 3_000 : 250);

  /** Short enough to be kept by the precise clock: what is served later is found. */
  private static final Duration LOCAL_TTL = Duration.ofMillis(900);

  private static final Duration MAX_STALENESS = Duration.ofMillis(500);

  /** What a JVM may take more at the end than when it was warm: what comes and goes. */
  private static final long HEAP_GRAIN = 12L << 20;

  private static final int THREADS_GRAIN = 8;
  private static final int CONNECTIONS_GRAIN = 16;

  private final Sheet sheet =
      new Sheet(
          "soak.txt",
          "on                           bound (ms)     reads   writes  oldest read (ms)  waited");
  private final Map<Place, Checker> checkers = new LinkedHashMap<>();
  private final Map<Place, Long> reads = new LinkedHashMap<>();
  private final List<Place> flawed = new ArrayList<>();
  private Database database;
  private Servers servers;
  private Workers workers;
  private Turn turn;
  private int turns;

  @BeforeAll
  void start(@TempDir Path directory) {
    database = Database.start();
    servers = Servers.start();
    places().forEach(place -> checkers.put(place, new Checker(place.bound())));
    servers.places().forEach(place -> flawed.addAll(withoutGuards(place)));
    List<Place> all = new ArrayList<>(checkers.keySet());
    all.addAll(flawed);
    workers = Workers.start(JVMS, directory, database, all);
    turn = new Turn(workers, directory, worker -> true);
    workers.all().forEach(SoakTest::assertSameClock);
  }

  private List<Place> places() {
    List<Place> all = new ArrayList<>(servers.places());
    servers.places().forEach(place -> all.add(place.behindLocalTier(LOCAL_TTL)));
    servers.places().stream().limit(3).forEach(place -> all.add(place.bounded(MAX_STALENESS)));
    all.add(servers.borrowing().bounded(MAX_STALENESS));
    return all;
  }

  /** What the checker goes by: that all processes have one clock. */
  private static void assertSameClock(Member member) {
    long before = System.nanoTime();
    long there = Long.parseLong(member.ask("clock"));
    assertThat(there).isBetween(before, System.nanoTime());
  }

  private static List<Place> withoutGuards(Place place) {
    return List.of(
        place.with(Flaw.NO_LEASE),
        place.with(Flaw.FILL_UNCHECKED),
        place.with(Flaw.CLEAR_FORGOTTEN));
  }

  @AfterAll
  void stop() {
    workers.close();
    servers.close();
    database.close();
    sheet.print();
  }

  @Test
  void nothingOutdatedIsReadAndNothingLeaks() {
    cycles(LENGTH.dividedBy(10));
    List<Vitals> warm = vitals();
    int connections = servers.connections();
    cycles(LENGTH);
    noteVitals(warm, connections);
    checkers.forEach(this::note);
    checkers.forEach((place, checker) -> assertThat(checker.findings()).as("%s", place).isEmpty());
    checkers.keySet().forEach(this::assertCountersAddUp);
    assertFlat(warm, vitals());
    assertThat(servers.connections()).isLessThan(connections + CONNECTIONS_GRAIN);
  }

  /** One with the channels cut at least, so that what is made anew after a cut is there. */
  private void cycles(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    do {
      cycle(false);
      cycle(true);
    } while (System.nanoTime() - end < 0);
  }

  /** A turn for each place. */
  private void cycle(boolean cut) {
    int number = 0;
    for (Map.Entry<Place, Checker> each : checkers.entrySet()) {
      Runnable amidst = cut ? this::cutChannels : () -> {};
      long first = Turn.firstRow(number++);
      long read = turn.run(each.getKey(), first, turns++, TURN, each.getValue(), amidst);
      reads.merge(each.getKey(), read, Long::sum);
    }
  }

  /** The connections by which processes listen, and no others. */
  private void cutChannels() {
    cutChannels(servers.redis());
    cutChannels(servers.valkey());
    servers.cluster().nodes().forEach(SoakTest::cutChannels);
  }

  private static void cutChannels(RedisServer server) {
    server.command("CLIENT", "KILL", "TYPE", "pubsub");
  }

  private List<Vitals> vitals() {
    return workers.askAll("vitals").stream().map(Vitals::of).toList();
  }

  private void note(Place place, Checker checker) {
    sheet.add(
        "%-28s %10d %9d %8d %17.1f %7d",
        place,
        place.bound().toMillis(),
        checker.reads(),
        checker.writes(),
        checker.oldest().toNanos() / 1e6,
        checker.excused());
  }

  private void noteVitals(List<Vitals> warm, int connections) {
    List<Vitals> last = vitals();
    for (int i = 0; i < warm.size(); i++) {
      sheet.add("JVM %d warm: %s, at the end: %s", i, warm.get(i).words(), last.get(i).words());
    }
    sheet.add("connections warm: %d, at the end: %d", connections, servers.connections());
  }

  private void assertCountersAddUp(Place place) {
    long counted =
        workers.askAll("counters " + place).stream()
            .mapToLong(answer -> Long.parseLong(answer.split(" ")[0]))
            .sum();
    assertThat(counted).as("hits and misses of %s", place).isEqualTo(reads.get(place));
  }

  private static void assertFlat(List<Vitals> warm, List<Vitals> last) {
    for (int i = 0; i < warm.size(); i++) {
      assertThat(last.get(i).heapBytes()).isLessThan(warm.get(i).heapBytes() + HEAP_GRAIN);
      assertThat(last.get(i).threads()).isLessThan(warm.get(i).threads() + THREADS_GRAIN);
      assertThat(last.get(i).descriptors())
          .isLessThan(warm.get(i).descriptors() + CONNECTIONS_GRAIN);
    }
  }

  /** That this test can fail: each guard alone is missed, on each kind of server. */
  @Test
  void aGuardTakenOutIsMissed() {
    for (int i = 0; i < flawed.size(); i++) {
      Place place = flawed.get(i);
      long first = Turn.firstRow(checkers.size() + i);
      Checker checker = new Checker(Duration.ZERO);
      for (int turns = 0; turns < 20 && checker.findings().isEmpty(); turns++) {
        turn.run(place, first, turns, TURN, checker, () -> {});
      }
      assertThat(checker.findings()).as("%s", place).isNotEmpty();
    }
  }
}
