package dev.larder.protocol.channel;

import java.nio.ByteBuffer;
import java.util.Locale;

/** One state of everything. */
final class State {
  private static final Cell[] CELLS = Cell.values();
  private static final int QUEUE = Cell.FIRST_ON_ITS_WAY.ordinal();
  private static final int MOST_ON_THEIR_WAY = 4;

  private final byte[] cells;

  private State(byte[] cells) {
    this.cells = cells;
  }

  static State initial() {
    State state = new State(new byte[CELLS.length]);
    state.set(Cell.STORE, 1);
    return state;
  }

  State copy() {
    return new State(cells.clone());
  }

  /** Equal where the states are. */
  ByteBuffer key() {
    return ByteBuffer.wrap(cells);
  }

  int get(Cell cell) {
    return cells[cell.ordinal()];
  }

  boolean is(Cell cell, int value) {
    return get(cell) == value;
  }

  void set(Cell cell, int value) {
    cells[cell.ordinal()] = (byte) value;
  }

  /** Takes one from what is left; false if nothing is. */
  boolean spend(Cell left) {
    if (get(left) == 0) {
      return false;
    }
    set(left, get(left) - 1);
    return true;
  }

  /** Puts a message behind those that are on their way. */
  void send(int message) {
    int place = QUEUE;
    while (cells[place] != 0) {
      place++;
    }
    if (place == QUEUE + MOST_ON_THEIR_WAY) {
      throw new IllegalStateException("more messages than the bounds allow");
    }
    cells[place] = (byte) message;
  }

  /** Takes the next message; 0: none is on its way. */
  int receive() {
    int message = cells[QUEUE];
    for (int place = QUEUE; place < QUEUE + MOST_ON_THEIR_WAY - 1; place++) {
      cells[place] = cells[place + 1];
    }
    cells[QUEUE + MOST_ON_THEIR_WAY - 1] = 0;
    return message;
  }

  void loseAll() {
    while (receive() != 0) {
      // All of them are gone.
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Cell cell : CELLS) {
      if (get(cell) != 0) {
        text.append(' ').append(cell.name().toLowerCase(Locale.ROOT)).append('=').append(get(cell));
      }
    }
    return text.toString();
  }
}
