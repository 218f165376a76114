package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.clock.PreciseClock;
import dev.larder.internal.load.Fence;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The engine of a process whose entries are due for a refresh whenever they are found, and its
 * background: what is to be done there waits until a test's own thread does it, so that the model
 * checker sees each step.
 */
final class Refresher implements Executor {
  static final Duration TTL = Duration.ofDays(10_000);
  private static final Duration AFTER = Duration.ofSeconds(1);
  private static final Lifetimes LIFETIMES =
      Lifetimes.of(
          CacheSettings.NONE.withTtl(TTL).withStale(StaleSettings.NONE.withRefreshAfter(AFTER)));

  private static final CacheSpec<String, Object> SPEC =
      CacheSpec.of("default", "rows", KeyShape.single(PartTypes.STRING));

  /** Renews none. */
  private static final LeaseKeeper LEASES =
      new LeaseKeeper(Duration.ZERO, new PreciseClock(() -> 0));

  final Engine engine;
  private final AtomicLong nanos = new AtomicLong();
  private final Tasks tasks = new Tasks(this, () -> {}, Duration.ZERO);

  /** Guarded by itself. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private Refresher(DistributedTier<Integer> distributed) {
    Clock clock = new PreciseClock(nanos::get);
    this.engine =
        new Engine(
            new Tiers<>(
                new Fence<>(),
                new HeapTier(),
                distributed,
                new StatsCounters(),
                () -> LIFETIMES,
                new KeySpace("larder", 1, 0, () -> Definition.of(SPEC, 0)),
                new Environment(
                    "larder",
                    1,
                    clock,
                    Duration.ZERO,
                    new UUID(0, 0),
                    tasks,
                    new Events(List.of()),
                    LEASES,
                    new Looks(),
                    new Closings())));
  }

  /** With a local tier alone. */
  static Refresher local() {
    return new Refresher(new NoDistributedTier<>());
  }

  /** With a local tier in front of a server that may have others. */
  static Refresher over(ModelledServer server) {
    ModelledTier connection = server.connect();
    Refresher refresher = new Refresher(connection);
    connection.listen(refresher.engine.tiers);
    return refresher;
  }

  /** More time than that for which nobody tries a refresh again. */
  void elapse() {
    nanos.addAndGet(2 * AFTER.toNanos());
  }

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
    }
  }

  /** How many refreshes wait for {@link #work}. */
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  /** Runs one of the tasks, if there is one; gives whether there was. */
  boolean work() {
    Runnable task;
    synchronized (waiting) {
      task = waiting.poll();
    }
    if (task != null) {
      task.run();
    }
    return task != null;
  }

  /** As a manager closes. */
  void close() {
    tasks.close();
    engine.tiers.close();
  }

  /** That nothing is under way, or will be, once the background has done what it was given. */
  void requireIdle() {
    while (work()) {
      // One after the other.
    }
    engine.requireIdle();
    requireNone(underWay(), "under way");
    requireNone(engine.tiers.isClosed() ? engine.tiers.local.size() : 0, "in a closed cache");
  }

  /** How many refreshes are registered or counted, whichever is more. */
  int underWay() {
    int registered = ((Map<?, ?>) ofReloads("running")).size();
    int counted = ((AtomicInteger) ofReloads("underWay")).get();
    return Math.max(registered, counted);
  }

  private static void requireNone(long left, String what) {
    if (left != 0) {
      throw new IllegalStateException(left + " left " + what);
    }
  }

  /** What nobody but a test wants to see. */
  private Object ofReloads(String name) {
    try {
      Field field = Reloads.class.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(engine.tiers.reloads);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Reloads has changed", e);
    }
  }
}
