package dev.larder.integration.faults;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One process of a fleet whose caches are of the rows of a {@link Database}: does what each line of
 * its input says, and answers with a line.
 */
public final class Worker {
  private final DatabaseConnection database;
  private final CacheManager caches;
  private final WorkerCaches opened;
  private CompletableFuture<String> begun = CompletableFuture.completedFuture("nothing was begun");

  private Worker(DatabaseConnection database, CacheManager caches, WorkerCaches opened) {
    this.database = database;
    this.caches = caches;
    this.opened = opened;
  }

  /**
   * Runs until its input ends.
   *
   * @param arguments its name, the port of the database, and each place of a cache
   */
  public static void main(String[] arguments) throws IOException {
    DatabaseConnection database =
        new DatabaseConnection(arguments[0], Integer.parseInt(arguments[1]));
    List<Place> places = Arrays.stream(arguments).skip(2).map(Place::of).toList();
    try (CacheManager caches = WorkerCaches.manager(places);
        InputStreamReader input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(input)) {
      Worker worker = new Worker(database, caches, WorkerCaches.open(caches, places));
      System.out.println("open");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(worker.answer(line));
      }
    }
  }

  private String answer(String line) {
    try {
      String[] words = line.split(" ");
      return obey(words);
    } catch (RuntimeException | LinkageError | IOException e) {
      return "threw " + e;
    }
  }

  private String obey(String[] words) throws IOException {
    return switch (words[0]) {
      case "clock" -> "" + System.nanoTime();
      case "find" -> find(cache(words), number(words[2]));
      case "begin" -> begin(cache(words), number(words[2]));
      case "result" -> begun.join();
      case "local" -> "" + cache(words).localHit(number(words[2]));
      case "evict" -> done(() -> cache(words).evict(number(words[2])));
      case "clear" -> done(() -> cache(words).clear());
      case "put" -> done(() -> cache(words).put(number(words[2]), number(words[3])));
      case "stampede" -> stampede(cache(words), number(words[2]), (int) number(words[3]));
      case "traffic" -> traffic(words);
      case "counters" -> counters(words[1]);
      case "vitals" -> Vitals.now().toString();
      default -> throw new IllegalArgumentException("no such order: " + words[0]);
    };
  }

  private Cache<Long, Long> cache(String[] words) {
    return opened.of(words[1]);
  }

  private static long number(String word) {
    return Long.parseLong(word);
  }

  private static String done(Runnable deed) {
    deed.run();
    return "done";
  }

  private String find(Cache<Long, Long> cache, long key) {
    return "" + cache.get(key, database::read);
  }

  /** Finds on a thread of its own, so that other orders can be given meanwhile. */
  private String begin(Cache<Long, Long> cache, long key) {
    begun = CompletableFuture.supplyAsync(() -> find(cache, key), Worker::onThread);
    return "begun";
  }

  private static void onThread(Runnable work) {
    Thread thread = new Thread(work, "begun");
    thread.setDaemon(true);
    thread.start();
  }

  private String stampede(Cache<Long, Long> cache, long key, int threads) {
    return new Stampede(threads).run(() -> cache.get(key, database::read));
  }

  /**
   * The place, worker, workers, first row, seed, milliseconds, the file of the history, and whether
   * it writes.
   */
  private String traffic(String[] words) throws IOException {
    Traffic.Share share =
        new Traffic.Share(
            (int) number(words[2]),
            (int) number(words[3]),
            number(words[4]),
            Boolean.parseBoolean(words[8]));
    Traffic traffic = new Traffic(cache(words), database, share);
    List<Event> history = new ArrayList<>();
    String failures = traffic.run(Duration.ofMillis(number(words[6])), number(words[5]), history);
    History.write(Path.of(words[7]), history);
    return failures.isEmpty() ? "reads " + traffic.reads() : failures;
  }

  private String counters(String place) {
    CacheStats stats = caches.stats().get(place);
    return stats.hits() + stats.misses() + " " + stats.storeFailures();
  }
}
