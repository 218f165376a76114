package dev.larder.benchmarks.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The course of one row of the table.
 *
 * @param calm how long the phases without a fault are
 * @param trouble how long the fault lasts
 */
record Experiment(Duration calm, Duration trouble) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration AGAIN = Duration.ofMillis(100);

  /** More than those calls that were under way when the fault ended. */
  static final int HITS_OF_RECOVERY = 2 * Load.THREADS;

  Result run(Fault fault) {
    try (Target target = fault.target().get()) {
      if (target.isFromTheStart()) {
        target.begin();
      }
      try (Caches here = Caches.over(target.connect());
          Caches there = Caches.over(target.connectElsewhere());
          Load load = new Load(here, there).start()) {
        return run(fault, target, here, load);
      }
    }
  }

  private Result run(Fault fault, Target target, Caches here, Load load) {
    long connections = calmBefore(target, load);
    load.enter(Phase.DURING);
    long begin = System.nanoTime();
    if (!target.isFromTheStart()) {
      target.begin();
    }
    if (!target.isOverAtOnce()) {
      for (long left = 1; left > 0; left = trouble.toNanos() - (System.nanoTime() - begin)) {
        target.goOn();
        pause(AGAIN);
      }
    }
    load.enter(Phase.RECOVERING);
    target.end();
    long end = target.isOverAtOnce() ? begin : System.nanoTime();
    long recovered = recovery(here);
    load.enter(Phase.AFTER);
    long commands = target.commands();
    pause(calm);
    Result.Servers servers =
        new Result.Servers(connections, target.connections(), target.commands() - commands);
    load.close();
    return Result.of(fault.name(), load, end, recovered, servers);
  }

  private long calmBefore(Target target, Load load) {
    if (target.isFromTheStart()) {
      return 0;
    }
    pause(calm);
    load.enter(Phase.BEFORE);
    pause(calm);
    return target.connections();
  }

  /** When the distributed tier had answered so many reads again. */
  private static long recovery(Caches here) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long hits = here.stats().distributedHits();
    while (here.stats().distributedHits() < hits + HITS_OF_RECOVERY) {
      if (System.nanoTime() - end > 0) {
        return Long.MAX_VALUE;
      }
      pause(LOOK);
    }
    return System.nanoTime();
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
