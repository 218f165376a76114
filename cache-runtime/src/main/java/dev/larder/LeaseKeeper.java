package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.thread.DetachedThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of slow loads, so that no other process begins the same load while this one
 * runs. A process that dies renews nothing, and its leases end; so do, after a number of renewals,
 * those of loads that hang. The thread is there from the first lease on.
 */
final class LeaseKeeper implements AutoCloseable {
  /** A load that takes longer than some three lease times counts as one that hangs. */
  private static final int MOST_RENEWALS = 6;

  /** A lease is renewed when this part of its time is over. */
  private static final int PART = 3;

  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(250).toNanos();
  private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(5).toNanos();
  private static final Logger LOGGER = LoggerFactory.getLogger(LeaseKeeper.class);

  private final Duration leaseTime;
  private final Clock clock;
  private final Set<Kept> kept = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean started = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor executor;
  private volatile @Nullable Future<?> renewing;

  /**
   * Of leases of some time; zero: none is renewed.
   *
   * @param clock the time that they last by
   */
  LeaseKeeper(Duration leaseTime, Clock clock) {
    this(
        leaseTime,
        clock,
        new ScheduledThreadPoolExecutor(
            1, new DetachedThreads("larder-leases"), new ThreadPoolExecutor.DiscardPolicy()));
  }

  LeaseKeeper(Duration leaseTime, Clock clock, ScheduledThreadPoolExecutor executor) {
    this.leaseTime = leaseTime;
    this.clock = clock;
    this.executor = executor;
  }

  /** A lease in use; closing it ends its renewals, one that is under way included. */
  final class Kept implements AutoCloseable {
    private final BooleanSupplier renewal;
    private final ReentrantLock lock = new ReentrantLock();
    private long sinceNanos;
    private int renewals;
    private boolean closed;

    private Kept(BooleanSupplier renewal, long sinceNanos) {
      this.renewal = renewal;
      this.sinceNanos = sinceNanos;
    }

    /** Under a lock: a renewal that met the fill would have a store refuse it. */
    private void renewIfDue(long nowNanos) {
      lock.lock();
      try {
        if (!closed && nowNanos - sinceNanos >= leaseTime.toNanos() / PART) {
          sinceNanos = nowNanos;
          renewals++;
          boolean stands = renewal.getAsBoolean();
          if (!stands || renewals == MOST_RENEWALS) {
            kept.remove(this);
          }
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      kept.remove(this);
      lock.lock();
      try {
        closed = true;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Keeps a lease from now on.
   *
   * @param renewal asks for more time; gives false if the lease no longer stands
   */
  Kept keep(BooleanSupplier renewal) {
    Kept lease = new Kept(renewal, clock.preciseNanos());
    if (!leaseTime.isZero()) {
      kept.add(lease);
      start();
    }
    return lease;
  }

  private void start() {
    if (!started.get() && started.compareAndSet(false, true)) {
      long pause = Math.min(leaseTime.toNanos() / (2 * PART), LONGEST_PAUSE_NANOS);
      schedule(Math.max(pause, SHORTEST_PAUSE_NANOS));
    }
  }

  private void schedule(long pauseNanos) {
    try {
      // Before the task, which would stay in the queue of an executor that fails to start a thread.
      executor.prestartCoreThread();
      renewing =
          executor.scheduleWithFixedDelay(
              this::renew, pauseNanos, pauseNanos, TimeUnit.NANOSECONDS);
    } catch (OutOfMemoryError e) {
      // No thread to be had: this load goes on under a lease that ends, and the next one asks anew.
      started.set(false);
    }
  }

  private void renew() {
    try {
      long now = clock.preciseNanos();
      kept.forEach(lease -> lease.renewIfDue(now));
    } catch (Throwable e) {
      // Thrown on, it would silently end all later renewals.
      LOGGER.warn("leases could not be renewed", e);
    }
  }

  @Override
  public void close() {
    Future<?> running = renewing;
    if (running != null) {
      running.cancel(false);
    }
    executor.shutdownNow();
    kept.clear();
  }
}
