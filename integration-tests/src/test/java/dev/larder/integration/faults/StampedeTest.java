package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.integration.fleet.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four JVMs with 64 threads each want one cold key at once, whose load takes 50 ms. Who counts the
 * loads is the database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StampedeTest {
  private static final int JVMS = 4;
  private static final int THREADS = 64;
  private static final Duration LOAD = Duration.ofMillis(50);

  /** How long the lease of a killed holder lasts. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  /**
   * What 256 threads on a machine that has much else to do may take beside. It is no threshold of
   * speed: it tells who waits for one lease and one load from who waits for a second lease, or for
   * ever.
   */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private static final String ROW = "%-11s %-12s %5d %17d";

  private final AtomicLong keys = new AtomicLong();
  private final Sheet sheet =
      new Sheet("stampedes.txt", "on          holder       loads longest wait (ms)");
  private Database database;
  private Servers servers;
  private Workers workers;

  @BeforeAll
  void start(@TempDir Path directory) {
    database = Database.start();
    database.delay(LOAD);
    servers = Servers.start();
    workers = Workers.start(JVMS, directory, database, servers.places());
    // So that what is measured is not how long a JVM takes to load its classes.
    places().forEach(place -> workers.askAll(stampede(place, keys.incrementAndGet())));
  }

  @AfterAll
  void stop() {
    workers.close();
    servers.close();
    database.close();
    sheet.print();
  }

  List<Place> places() {
    return servers.places();
  }

  /** Each takes as long as a lease lasts. */
  List<Place> placesOfKilled() {
    return Boolean.getBoolean("larder.full")
        ? places()
        : List.of(places().get(0), places().get(places().size() - 1));
  }

  private static String stampede(Place place, long key) {
    return "stampede %s %d %d".formatted(place, key, THREADS);
  }

  @ParameterizedTest
  @MethodSource("places")
  void oneOfAllLoads(Place place) {
    long key = keys.incrementAndGet();

    List<String> answers = workers.askAll(stampede(place, key));

    note(place, "lives", key, answers);
    assertWaitedNoLongerThanLeaseAndLoad(answers);
    assertThat(answers).allMatch(answer -> answer.startsWith("1 "));
    assertThat(database.loads(key)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("placesOfKilled")
  void whenTheHolderIsKilledOneOtherLoads(Place place) {
    long key = keys.incrementAndGet();
    int holder;
    try (HeldRead load = database.hold(key)) {
      workers.tellAll(stampede(place, key));
      holder = Integer.parseInt(load.awaitArrival());
      workers.get(holder).kill();
    }
    List<String> answers = workers.others(holder).stream().map(Member::answer).toList();
    workers.replace(holder);

    note(place, "killed", key, answers);
    assertWaitedNoLongerThanLeaseAndLoad(answers);
    assertThat(answers).allMatch(answer -> answer.startsWith("1 "));
    assertThat(database.loads(key)).isLessThanOrEqualTo(2);
  }

  private void note(Place place, String holder, long key, List<String> answers) {
    sheet.add(ROW, place, holder, database.loads(key), longestMillis(answers));
  }

  private static long longestMillis(List<String> answers) {
    return answers.stream()
        .mapToLong(each -> Long.parseLong(each.split(" ")[1]))
        .max()
        .orElseThrow();
  }

  private static void assertWaitedNoLongerThanLeaseAndLoad(List<String> answers) {
    assertThat(longestMillis(answers)).isLessThan(LEASE.plus(LOAD).plus(SLACK).toMillis());
  }
}
