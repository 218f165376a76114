package dev.larder.benchmarks.distributed;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.ChainBuilder;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One call over the network of this machine. The name says who calls: {@code raw}, the store's own
 * client by hand; {@code larder}, a cache without a local tier; {@code miss}, a cache whose local
 * tier never has what is asked for, so that each read also asks for the lease to load.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class DistributedBenchmark {
  private static final int ENTRIES = 10_000;
  private static final int BULK = 100;
  private static final ValueType<Product> TYPE =
      ValueType.of(Product.class.getName(), 1, true, CachedProductsValues::small);

  /** Which store; its server's address is a property of that name. */
  @Param({"redis", "memcached"})
  public String store;

  private CacheManager without;
  private CacheManager with;
  private Cache<Long, Product> larder;
  private Cache<Long, Product> missing;
  private Raw raw;
  private final List<String> rawKeys = new ArrayList<>();
  private byte[] rawBytes;

  /** Fills both, and finds out what the bytes are that the store holds for a value. */
  @Setup
  public void open() {
    Store one = connect();
    without = CacheManager.builder().chain("measured", chain -> chain.distributed(one)).build();
    with = CacheManager.builder().chain("measured", this::withLocalTier).build();
    larder = without.cache(spec());
    missing = with.cache(spec());
    raw = Raw.of(one);
    for (long number = 0; number < ENTRIES; number++) {
      larder.put(number, Product.of(number));
      rawKeys.add("raw:1:products:" + number);
    }
    rawBytes = raw.get(larder.keyText(1L));
    rawKeys.forEach(key -> raw.put(key, rawBytes));
  }

  private Store connect() {
    String address = System.getProperty("larder.benchmark." + store);
    return store.equals("redis") ? RedisStore.connect(address) : MemcachedStore.connect(address);
  }

  private void withLocalTier(ChainBuilder chain) {
    chain.distributed(connect()).local(local -> local.maximumSize(1));
  }

  private static CacheSpec<Long, Product> spec() {
    return CacheSpec.of("measured", "products", KeyShape.single(PartTypes.LONG), TYPE)
        .ttl(Duration.ofMinutes(5));
  }

  /** A cache that loaded, or whose local tier answered, would have measured something else. */
  @TearDown
  public void close() {
    Map.of("larder", larder, "missing", missing)
        .forEach(
            (name, cache) -> {
              if (cache.stats().loads() > 0
                  || cache.stats().localHits() > cache.stats().hits() / 50) {
                throw new IllegalStateException(
                    name + " was not asked what it should: " + cache.stats());
              }
            });
    without.close();
    with.close();
  }

  private static long next() {
    return ThreadLocalRandom.current().nextInt(ENTRIES);
  }

  private static int nextHundred() {
    return ThreadLocalRandom.current().nextInt(ENTRIES / BULK) * BULK;
  }

  private static Product load(Long number) {
    return Product.of(number);
  }

  /** Bytes, by the client. */
  @Benchmark
  public byte[] rawGet() {
    return raw.get(rawKeys.get((int) next()));
  }

  /** A value through the whole chain. */
  @Benchmark
  public Product larderGet() {
    return larder.get(next());
  }

  /** A value that the local tier has not, with the loader at hand. */
  @Benchmark
  public Product missGet() {
    return missing.get(next(), DistributedBenchmark::load);
  }

  /** Bytes, by the client. */
  @Benchmark
  public void rawPut() {
    raw.put(rawKeys.get((int) next()), rawBytes);
  }

  /** A value through the whole chain. */
  @Benchmark
  public void larderPut() {
    long number = next();
    larder.put(number, Product.of(number));
  }

  /** Bytes under a hundred keys, by the client. */
  @Benchmark
  public Object rawBulk() {
    int first = nextHundred();
    return raw.getAll(rawKeys.subList(first, first + BULK));
  }

  /** Values of a hundred keys. */
  @Benchmark
  public Map<Long, Product> larderBulk() {
    long first = nextHundred();
    List<Long> numbers = new ArrayList<>(BULK);
    for (long number = first; number < first + BULK; number++) {
      numbers.add(number);
    }
    Map<Long, Product> found = larder.getAll(numbers);
    if (found.size() != BULK) {
      throw new IllegalStateException("only " + found.size() + " were found");
    }
    return found;
  }
}
