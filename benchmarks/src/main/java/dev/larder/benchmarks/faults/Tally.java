package dev.larder.benchmarks.faults;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How long the calls of one thread took, in each phase. */
final class Tally {
  private final Map<Phase, Times> byPhase = new EnumMap<>(Phase.class);

  void add(Phase phase, long nanos) {
    byPhase.computeIfAbsent(phase, any -> new Times()).add(nanos);
  }

  /** All times of a phase, in order of length. */
  static long[] sorted(Iterable<Tally> tallies, Phase phase) {
    Times all = new Times();
    for (Tally tally : tallies) {
      Times times = tally.byPhase.getOrDefault(phase, new Times());
      for (int i = 0; i < times.count; i++) {
        all.add(times.nanos[i]);
      }
    }
    long[] sorted = Arrays.copyOf(all.nanos, all.count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static final class Times {
    private long[] nanos = new long[1024];
    private int count;

    void add(long time) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = time;
    }
  }
}
