package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.integration.Jdk;
import dev.larder.integration.fleet.Member;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JVMs that all have the same caches of the rows of one database; the n-th is called n. */
final class Workers implements AutoCloseable {
  private final Path directory;
  private final Database database;
  private final IntFunction<List<Place>> places;
  private final List<Member> all = new ArrayList<>();

  private Workers(Path directory, Database database, IntFunction<List<Place>> places) {
    this.directory = directory;
    this.database = database;
    this.places = places;
  }

  /** Starts so many; their caches are open when this returns. */
  static Workers start(int count, Path directory, Database database, List<Place> places) {
    return start(count, directory, database, number -> places);
  }

  /**
   * The same, where not all go the same way to the same cache.
   *
   * @param places of each worker, by its number; the names are the same
   */
  static Workers start(
      int count, Path directory, Database database, IntFunction<List<Place>> places) {
    Workers workers = new Workers(directory, database, places);
    IntStream.range(0, count).mapToObj(workers::begin).forEach(workers.all::add);
    workers.all.forEach(Workers::awaitOpen);
    return workers;
  }

  private Member begin(int number) {
    return Member.start(
        "" + number,
        Jdk.running(),
        directory,
        Map.of(),
        System.getProperty("java.class.path"),
        Worker.class.getName(),
        Stream.concat(
                Stream.of("" + number, "" + database.port()),
                places.apply(number).stream().map(Place::argument))
            .toArray(String[]::new));
  }

  private static void awaitOpen(Member member) {
    assertThat(member.answer()).as("%s", member).isEqualTo("open");
  }

  int count() {
    return all.size();
  }

  Member get(int number) {
    return all.get(number);
  }

  /** Each of them. */
  List<Member> all() {
    return List.copyOf(all);
  }

  /** Each but one. */
  List<Member> others(int number) {
    return all.stream().filter(each -> each != get(number)).toList();
  }

  /** Gives each its order, and waits for the answers of all. */
  List<String> askEach(IntFunction<String> order) {
    IntStream.range(0, all.size()).forEach(number -> get(number).tell(order.apply(number)));
    return answers();
  }

  /** Waits for an answer of each. */
  List<String> answers() {
    return all.stream().map(Member::answer).toList();
  }

  /** Gives all the same order, and waits for their answers. */
  List<String> askAll(String order) {
    return askEach(number -> order);
  }

  /** Gives all the same order. */
  void tellAll(String order) {
    all.forEach(each -> each.tell(order));
  }

  /** Has another JVM in the place of one that was killed. */
  void replace(int number) {
    get(number).close();
    all.set(number, begin(number));
    awaitOpen(get(number));
  }

  @Override
  public void close() {
    all.forEach(Member::close);
  }
}
