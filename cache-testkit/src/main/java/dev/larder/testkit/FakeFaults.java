package dev.larder.testkit;

import dev.larder.CacheTimeoutException;
import dev.larder.spi.Deadline;
import dev.larder.spi.Stored;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What goes wrong on one connection of a {@link FakeStore}, and what was asked over it. */
public final class FakeFaults {
  private final Map<Call, AtomicLong> counts = new EnumMap<>(Call.class);
  private volatile BiConsumer<Call, String> before = FakeFaults::nothing;
  private volatile BiConsumer<Call, String> after = FakeFaults::nothing;
  private volatile UnaryOperator<byte[]> damage = bytes -> bytes;

  FakeFaults() {
    for (Call call : Call.values()) {
      counts.put(call, new AtomicLong());
    }
  }

  /** How often this was asked, calls that failed included. */
  public long count(Call call) {
    return counts.getOrDefault(call, new AtomicLong()).get();
  }

  /** How often anything was asked. */
  public long count() {
    return counts.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** Every call throws, until {@link #none}. */
  public void everyCallThrows(Supplier<? extends Throwable> fault) {
    beforeCalls((call, key) -> throwIt(fault.get()));
  }

  /**
   * Every call is done by the server, but its answer is lost and it throws, until {@link #none}.
   */
  public void everyAnswerIsLost(Supplier<? extends Throwable> fault) {
    afterCalls((call, key) -> throwIt(fault.get()));
  }

  /**
   * Every call hangs until its {@link Deadline}, and then throws a {@link CacheTimeoutException}.
   *
   * @return ends that for all of them, and lets them go on
   */
  public Runnable everyCallHangs() {
    CountDownLatch released = new CountDownLatch(1);
    beforeCalls((call, key) -> await(released));
    return () -> {
      none();
      released.countDown();
    };
  }

  /** What is read is not what was stored, but this of it, until {@link #none}. */
  public void everyReadIs(UnaryOperator<byte[]> damage) {
    this.damage = damage;
  }

  /** Runs before the server does what a call asks for; takes the call and its key or channel. */
  public void beforeCalls(BiConsumer<Call, String> action) {
    this.before = action;
  }

  /** Runs when the server has done it, and before the caller has the answer. */
  public void afterCalls(BiConsumer<Call, String> action) {
    this.after = action;
  }

  /** From now on nothing goes wrong. */
  public void none() {
    before = FakeFaults::nothing;
    after = FakeFaults::nothing;
    damage = bytes -> bytes;
  }

  private static void nothing(Call call, String key) {}

  <T> T around(Call call, String key, Supplier<T> operation) {
    counts.computeIfAbsent(call, unknown -> new AtomicLong()).incrementAndGet();
    before.accept(call, key);
    T answer = operation.get();
    after.accept(call, key);
    return answer;
  }

  Stored damaged(Stored stored) {
    return new Stored(damage.apply(stored.value()), stored.remaining());
  }

  /** A store may throw what its signatures do not say. */
  @SuppressWarnings("unchecked") // the compiler is told so on purpose
  private static <X extends Throwable> void throwIt(Throwable fault) throws X {
    throw (X) fault;
  }

  private static void await(CountDownLatch released) {
    try {
      if (!released.await(Deadline.nanosLeft(Long.MAX_VALUE), TimeUnit.NANOSECONDS)) {
        throw new CacheTimeoutException("the store hangs", "fake", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the store hangs", e);
    }
  }
}
