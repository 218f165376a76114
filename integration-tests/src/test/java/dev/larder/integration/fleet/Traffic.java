package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What two members made of like traffic: both read the same keys, some much more often than others,
 * and evict one now and then.
 *
 * @param one what one did
 * @param other what the other did
 */
record Traffic(Counts one, Counts other) {
  private static final int KEYS = 200;
  private static final int ROUNDS = 10;
  private static final int READS_A_ROUND = 400;
  private static final int READS_PER_EVICT = 50;

  /**
   * Lets both read and evict at once, in rounds, so that neither is through long before the other.
   *
   * @param firstKey no key from here on was used before
   */
  static Traffic of(Member one, Member other, int firstKey) {
    Counts ofOne = new Counts();
    Counts ofOther = new Counts();
    for (int round = 0; round < ROUNDS; round++) {
      one.tell(order(firstKey, 2 * round));
      other.tell(order(firstKey, 2 * round + 1));
      ofOne.add(one.answer());
      ofOther.add(other.answer());
    }
    return new Traffic(ofOne, ofOther);
  }

  private static String order(int firstKey, int seed) {
    return "traffic %d %d %d %d %d".formatted(firstKey, KEYS, READS_A_ROUND, READS_PER_EVICT, seed);
  }

  /** How many reads each made. */
  static int reads() {
    return ROUNDS * READS_A_ROUND;
  }

  /** How often a key was evicted, by either. */
  int evicts(int key) {
    return one.evicts[key] + other.evicts[key];
  }

  /** How often any key was evicted, by either. */
  int evicts() {
    return one.allEvicts() + other.allEvicts();
  }

  /**
   * Each member loads a key when it first wants it, and once after each evict at most: whatever
   * else the other member does costs it nothing.
   */
  void assertNoLoadTooMany() {
    for (int key = 0; key < KEYS; key++) {
      assertThat(one.loads[key]).as("loads of key %d", key).isLessThanOrEqualTo(1 + evicts(key));
      assertThat(other.loads[key]).as("loads of key %d", key).isLessThanOrEqualTo(1 + evicts(key));
    }
  }

  /** What a member did with each key. */
  static final class Counts {
    private final int[] loads = new int[KEYS];
    private final int[] evicts = new int[KEYS];

    /** An answer tells the loads since the member began, and the evicts since the order. */
    private void add(String answer) {
      assertThat(answer).startsWith("done ");
      String[] words = answer.split(" ");
      for (int key = 0; key < KEYS; key++) {
        String[] both = words[1 + key].split("/");
        loads[key] = Integer.parseInt(both[0]);
        evicts[key] += Integer.parseInt(both[1]);
      }
    }

    /** How often it asked the source. */
    int allLoads() {
      return sum(loads);
    }

    private int allEvicts() {
      return sum(evicts);
    }

    /** The share of its reads that did not ask the source. */
    double hitRatio() {
      return 1 - (double) allLoads() / reads();
    }

    private static int sum(int[] counts) {
      int sum = 0;
      for (int count : counts) {
        sum += count;
      }
      return sum;
    }
  }
}
