package dev.larder.benchmarks.hits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.larder.CacheManager;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One hit in the heap. The name of a benchmark says who caches (nobody, hand, generated) and by
 * what key; {@code handNoTtl} is the floor: Caffeine without any notion of time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class HitBenchmark {
  private final Requests requests = new Requests();
  private final Prices plain = new UncachedPrices();
  private final Prices hand = new HandWrittenPrices(plain);
  private final CacheManager caches = CacheManager.builder().build();
  private final Prices generated = new CachedPrices(caches, plain);
  private final Cache<Long, Price> noTtl =
      Caffeine.newBuilder().maximumSize(Requests.ENTRIES).build();

  /** Where in the order of requests a thread is. */
  @State(Scope.Thread)
  public static class Position {
    private int call;

    int next() {
      return call++;
    }
  }

  /** Makes every entry resident. */
  @Setup
  public void fill() {
    for (int entry = 0; entry < Requests.ENTRIES; entry++) {
      for (Prices prices : new Prices[] {hand, generated}) {
        prices.byNumber(Requests.number(entry));
        prices.byCode(requests.code(entry));
        prices.byRegion(Requests.number(entry), Requests.region(entry));
        prices.byQuantity(Requests.number(entry), Requests.region(entry), Requests.quantity(entry));
      }
      noTtl.put(Requests.number(entry), plain.byNumber(entry));
    }
  }

  /** A miss would be measured as if it were a hit. */
  @TearDown
  public void requireHits() {
    caches
        .stats()
        .forEach(
            (name, stats) -> {
              if (stats.loads() != Requests.ENTRIES) {
                throw new IllegalStateException(name + " loaded again: " + stats);
              }
            });
    caches.close();
  }

  /** A call that nobody caches. */
  @Benchmark
  public Price plainLong(Position position) {
    return plain.byNumber(Requests.number(requests.entry(position.next())));
  }

  /** The floor. */
  @Benchmark
  public Price handNoTtlLong(Position position) {
    return noTtl.getIfPresent(Requests.number(requests.entry(position.next())));
  }

  /** By hand, one number. */
  @Benchmark
  public Price handLong(Position position) {
    return hand.byNumber(Requests.number(requests.entry(position.next())));
  }

  /** Generated, one number. */
  @Benchmark
  public Price generatedLong(Position position) {
    return generated.byNumber(Requests.number(requests.entry(position.next())));
  }

  /** By hand, one text. */
  @Benchmark
  public Price handString(Position position) {
    return hand.byCode(requests.code(requests.entry(position.next())));
  }

  /** Generated, one text. */
  @Benchmark
  public Price generatedString(Position position) {
    return generated.byCode(requests.code(requests.entry(position.next())));
  }

  /** By hand, two parts. */
  @Benchmark
  public Price handTwoParts(Position position) {
    int entry = requests.entry(position.next());
    return hand.byRegion(Requests.number(entry), Requests.region(entry));
  }

  /** Generated, two parts. */
  @Benchmark
  public Price generatedTwoParts(Position position) {
    int entry = requests.entry(position.next());
    return generated.byRegion(Requests.number(entry), Requests.region(entry));
  }

  /** By hand, three parts. */
  @Benchmark
  public Price handThreeParts(Position position) {
    int entry = requests.entry(position.next());
    return hand.byQuantity(
        Requests.number(entry), Requests.region(entry), Requests.quantity(entry));
  }

  /** Generated, three parts. */
  @Benchmark
  public Price generatedThreeParts(Position position) {
    int entry = requests.entry(position.next());
    return generated.byQuantity(
        Requests.number(entry), Requests.region(entry), Requests.quantity(entry));
  }
}
