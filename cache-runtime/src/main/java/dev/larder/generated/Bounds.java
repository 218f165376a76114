package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;

/** Reads what decides over memory and control, and believes no more than the bytes can mean. */
final class Bounds {
  /** How many elements are made room for before any of them was read. */
  private static final int FIRST_ROOM = 64;

  private Bounds() {}

  /** A boolean, which is 0 or 1: else two texts would mean one value. */
  static boolean flag(Input input) {
    byte flag = input.readByte();
    if (flag != 0 && flag != 1) {
      throw new KryoException("neither true nor false: " + flag);
    }
    return flag == 1;
  }

  /** A count of things that take at least so many bytes each. */
  static int count(Input input, int width) {
    return requireRemaining(input, input.readVarInt(true), width);
  }

  /** The count, if that many things can follow. */
  static int requireRemaining(Input input, int count, int width) {
    int remaining = input.limit() - input.position();
    if (count < 0 || (long) count * width > remaining) {
      throw new KryoException(
          count + " things of " + width + " bytes cannot be in " + remaining + " bytes");
    }
    return count;
  }

  /** A capacity to begin with: what is claimed to follow may not. */
  static int room(int count) {
    return Math.min(count, FIRST_ROOM);
  }
}
