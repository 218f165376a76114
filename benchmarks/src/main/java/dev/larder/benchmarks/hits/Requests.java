package dev.larder.benchmarks.hits;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which of the resident entries are asked for: all of them alike, in an order without a pattern.
 */
final class Requests {
  /** How many entries are resident. */
  static final int ENTRIES = 10_000;

  private static final int ORDER = 1 << 16;
  private static final String[] REGIONS = {"north", "east", "south", "west"};

  private final int[] order = new SplittableRandom(42).ints(ORDER, 0, ENTRIES).toArray();
  private final String[] codes =
      IntStream.range(0, ENTRIES).mapToObj(entry -> "article-" + entry).toArray(String[]::new);

  /** The entry of a call. */
  int entry(int call) {
    return order[call & (ORDER - 1)];
  }

  /** An entry's number; beyond the small numbers whose boxes exist already. */
  static long number(int entry) {
    return 1_000_000L + entry;
  }

  String code(int entry) {
    return codes[entry];
  }

  static String region(int entry) {
    return REGIONS[entry & 3];
  }

  static int quantity(int entry) {
    return entry % 7;
  }
}
