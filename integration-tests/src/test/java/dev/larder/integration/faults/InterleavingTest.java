package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.integration.fleet.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A loader is held with what it has read from the database, in one JVM, while another one writes
 * (I5), on every kind of server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingTest {
  /** Nothing is seen to be right because its time is over. */
  private static final Duration LOCAL_TTL = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicLong keys = new AtomicLong();
  private Database database;
  private Servers servers;
  private FarReader far;
  private Workers workers;

  @BeforeAll
  void start(@TempDir Path directory) {
    database = Database.start();
    servers = Servers.start();
    far = FarReader.of(servers.redis());
    workers = Workers.start(2, directory, database, this::places);
  }

  @AfterAll
  void stop() {
    workers.close();
    far.close();
    servers.close();
    database.close();
  }

  List<Place> places() {
    List<Place> all = new ArrayList<>(servers.places());
    servers.places().forEach(place -> all.add(place.behindLocalTier(LOCAL_TTL)));
    all.add(servers.borrowing().behindLocalTier(LOCAL_TTL));
    return all;
  }

  List<Place> flawed() {
    return servers.places().stream().map(place -> place.with(Flaw.FILL_UNCHECKED)).toList();
  }

  private Place distant() {
    return Place.alone("distant", Place.Kind.SINGLE, servers.redis().uri())
        .behindLocalTier(LOCAL_TTL);
  }

  private List<Place> places(int worker) {
    List<Place> all = new ArrayList<>(places());
    all.addAll(flawed());
    all.add(far.place(distant(), Place.PATIENCE, worker));
    return all;
  }

  /** What the other process does after it has written the database. */
  enum Write {
    EVICT("evict %s %d"),
    CLEAR("clear %s"),
    PUT("put %s %d 2");

    private final String order;

    Write(String order) {
      this.order = order;
    }

    void by(Member member, Place place, long key) {
      assertThat(member.ask(order.formatted(place, key))).isEqualTo("done");
    }
  }

  Stream<Arguments> placesAndWrites() {
    return places().stream()
        .flatMap(place -> Stream.of(Write.values()).map(write -> Arguments.of(place, write)));
  }

  private Member reader() {
    return workers.get(0);
  }

  private Member writer() {
    return workers.get(1);
  }

  private static String find(Member member, Place place, long key) {
    return member.ask("find " + place + " " + key);
  }

  /** The reader has read the old row, and fills when the writer is through. */
  private void overtake(Place place, long key, Member overtaking, Write write) {
    try (HeldRead load = database.hold(key)) {
      assertThat(reader().ask("begin " + place + " " + key)).isEqualTo("begun");
      load.awaitArrival();
      assertThat(database.write(key)).isEqualTo(2);
      write.by(overtaking, place, key);
    }
    assertThat(reader().ask("result")).as("what it had begun to read").isIn("1", "2");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("placesAndWrites")
  void aLoadThatAnotherProcessHasOvertakenIsNotKept(Place place, Write write) {
    long key = keys.incrementAndGet();

    overtake(place, key, writer(), write);

    assertThat(find(reader(), place, key)).isEqualTo("2");
    assertThat(find(writer(), place, key)).isEqualTo("2");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("placesAndWrites")
  void aLoadThatItsOwnProcessHasOvertakenIsNotKept(Place place, Write write) {
    long key = keys.incrementAndGet();

    overtake(place, key, reader(), write);

    assertThat(find(reader(), place, key)).isEqualTo("2");
    assertThat(find(writer(), place, key)).isEqualTo("2");
  }

  /** Whoever asks after the write does not wait for the load that began before it. */
  @ParameterizedTest
  @MethodSource("places")
  void whoAsksAfterTheWriteIsNotHeldUpByTheLoadBeforeIt(Place place) {
    long key = keys.incrementAndGet();
    try (HeldRead load = database.hold(key)) {
      reader().ask("begin " + place + " " + key);
      load.awaitArrival();
      database.write(key);
      Write.EVICT.by(writer(), place, key);

      assertThat(find(writer(), place, key)).isEqualTo("2");
    }
    assertThat(reader().ask("result")).isIn("1", "2");
    assertThat(find(reader(), place, key)).isEqualTo("2");
  }

  Stream<Arguments> messengersAndWrites() {
    return placesAndWrites().filter(each -> ((Place) each.get()[0]).hearsOfWrites());
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("messengersAndWrites")
  void aWriteIsHeardOfWhereverTheOldValueIs(Place place, Write write) {
    long key = keys.incrementAndGet();
    assertThat(find(reader(), place, key)).isEqualTo("1");
    assertThat(local(place, key)).isEqualTo("1");
    database.write(key);

    write.by(writer(), place, key);

    await("word of it has come", () -> local(place, key).equals("null"));
    assertThat(find(reader(), place, key)).isEqualTo("2");
  }

  /** The local tier is fenced: the store's answer was right when it was given. */
  @Test
  void anAnswerOfTheStoreThatAnEvictHasOvertakenIsNotKept() {
    Place place = distant();
    long key = keys.incrementAndGet();
    long evictedLater = keys.incrementAndGet();
    find(writer(), place, key);
    find(reader(), place, evictedLater);
    far.stallAnswers();
    long asked = scripts();
    assertThat(reader().ask("begin " + place + " " + key)).isEqualTo("begun");
    await("the reader has asked", () -> scripts() > asked);
    database.write(key);

    Write.EVICT.by(writer(), place, key);
    Write.EVICT.by(writer(), place, evictedLater);
    await("both evicts were heard", () -> local(place, evictedLater).equals("null"));
    far.network().heal();

    assertThat(reader().ask("result")).isIn("1", "2");
    assertThat(find(reader(), place, key)).isEqualTo("2");
  }

  private String local(Place place, long key) {
    return reader().ask("local " + place + " " + key);
  }

  private long scripts() {
    return servers.redis().commandStats().getOrDefault("evalsha", 0L);
  }

  private static void await(String what, BooleanSupplier hope) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hope.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as(what).isNegative();
    }
  }

  /** That this test can fail. */
  @ParameterizedTest
  @MethodSource("flawed")
  void withoutTheLeaseTheOldValueIsKept(Place place) {
    long key = keys.incrementAndGet();

    overtake(place, key, writer(), Write.EVICT);

    assertThat(find(writer(), place, key)).isEqualTo("1");
  }
}
