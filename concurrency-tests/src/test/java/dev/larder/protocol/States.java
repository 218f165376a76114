package dev.larder.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The states that a search has met, each by 64 bits of hash (as TLC does, the checker of TLA+): two
 * states that share them would be taken for one, which among ten million has a chance of one in
 * three hundred thousand. Each has a number, and knows the step that led to it first.
 */
final class States {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

  private long[] table = new long[1 << 16];
  private int[] parents = new int[1 << 14];
  private int[] steps = new int[1 << 14];
  private int size;

  int size() {
    return size;
  }

  /** Adds a state, if it is new. */
  boolean add(byte[] cells, int parent, int step) {
    if (!insert(table, hash(cells))) {
      return false;
    }
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, 2 * size);
      steps = Arrays.copyOf(steps, 2 * size);
    }
    parents[size] = parent;
    steps[size] = step;
    size++;
    if (size > table.length / 2) {
      grow();
    }
    return true;
  }

  /** The steps from the first state to this one. */
  int[] path(int state) {
    int length = 0;
    for (int each = state; each != 0; each = parents[each]) {
      length++;
    }
    int[] path = new int[length];
    for (int each = state; each != 0; each = parents[each]) {
      path[--length] = steps[each];
    }
    return path;
  }

  private void grow() {
    long[] larger = new long[4 * table.length];
    for (long hash : table) {
      if (hash != 0) {
        insert(larger, hash);
      }
    }
    table = larger;
  }

  private static boolean insert(long[] table, long hash) {
    int mask = table.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (table[slot] != 0) {
      if (table[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = hash;
    return true;
  }

  /** Never zero, which is an empty slot. */
  private static long hash(byte[] cells) {
    long hash = cells.length * SECOND;
    int at = 0;
    for (; at + 8 <= cells.length; at += 8) {
      hash = mixed(hash ^ ((long) LONGS.get(cells, at) * FIRST));
    }
    long rest = 0;
    for (; at < cells.length; at++) {
      rest = (rest << 8) | (cells[at] & 0xFF);
    }
    hash = mixed(hash ^ (rest * FIRST));
    return hash == 0 ? 1 : hash;
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 32)) * SECOND;
    mixed = (mixed ^ (mixed >>> 29)) * FIRST;
    return mixed ^ (mixed >>> 32);
  }
}
