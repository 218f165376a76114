package dev.larder.testkit;

import dev.larder.Cache;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/**
 * What the contracts of caches over a store chain are tested with: two parties that share the
 * chain's entries, which are two managers where the chain has a distributed tier, and else one. The
 * chain is called {@link #CHAIN}; each test finds it empty.
 */
@Timeout(10)
public interface CacheContract {
  /** The chain under test. */
  String CHAIN = "tested";

  /** Values of the caches under test. */
  ValueType<String> TEXT = ValueType.of("java.lang.String", 0x5354L, true);

  /** A cache without any setting. */
  CacheSpec<Long, String> USERS =
      CacheSpec.of(CHAIN, "users", KeyShape.single(PartTypes.LONG), TEXT);

  /** A cache as one party has it. */
  <K, V> Cache<K, V> here(CacheSpec<K, V> spec);

  /** The same cache as the other party has it. */
  <K, V> Cache<K, V> there(CacheSpec<K, V> spec);

  /** Lets time pass, in which entries and leases end. */
  void elapse(Duration time);

  /**
   * Whether the chain's store, if it has one, walks its keys, so that entries are evicted by
   * pattern. One that does not is to refuse it.
   */
  default boolean evictsByPattern() {
    return true;
  }

  /**
   * Whether a party hears of the other's writes. One that does not finds them where it asks the
   * store; who joins a load of its own process does not ask.
   */
  default boolean hearsOfWrites() {
    return true;
  }

  /** {@link #USERS} as one party has it. */
  default Cache<Long, String> here() {
    return here(USERS);
  }

  /** {@link #USERS} as the other party has it. */
  default Cache<Long, String> there() {
    return there(USERS);
  }
}
