package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The traffic of all workers on one cache, for a while; when it has ended, nothing goes on.
 *
 * @param workers who read and write
 * @param directory where they leave their histories
 * @param writes which of them write, too, by their numbers
 */
record Turn(Workers workers, Path directory, IntPredicate writes) {
  /** How many rows belong to each place. */
  private static final int ROWS = 1_000;

  /** The rows of a place, by its number. */
  static long firstRow(int place) {
    return (long) ROWS * place;
  }

  /**
   * Runs the traffic, does something while it runs, and has the checker look at what was done.
   *
   * @param firstRow of the place
   * @param seed of another turn, another seed
   * @return how many reads the workers' caches are to have counted
   */
  long run(Place place, long firstRow, int seed, Duration time, Checker checker, Runnable amidst) {
    for (int worker = 0; worker < workers.count(); worker++) {
      workers
          .get(worker)
          .tell(
              "traffic %s %d %d %d %d %d %s %b"
                  .formatted(
                      place,
                      worker,
                      workers.count(),
                      firstRow,
                      seed * workers.count() + worker,
                      time.toMillis(),
                      file(worker),
                      writes.test(worker)));
    }
    amidst.run();
    long reads = workers.answers().stream().mapToLong(Turn::reads).sum();
    checker.check(histories());
    return reads;
  }

  private static long reads(String answer) {
    assertThat(answer).startsWith("reads ");
    return Long.parseLong(answer.substring("reads ".length()));
  }

  private List<List<Event>> histories() {
    return IntStream.range(0, workers.count()).mapToObj(this::file).map(History::read).toList();
  }

  private Path file(int worker) {
    return directory.resolve("history-" + worker);
  }
}
