package dev.larder.protocol.channel;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What may happen next: to another process that writes, to this one that has a local tier, and to
 * the messages between them.
 *
 * @param flaws the guards left out
 */
record Steps(Set<Flaw> flaws) {

  /**
   * Something that may happen.
   *
   * @param name what a trace calls it
   * @param happens changes the state; false if it cannot happen
   */
  record Step(String name, Predicate<State> happens) {}

  List<Step> all() {
    return List.of(
        new Step("another changes the store", this::otherChanges),
        new Step("another tells of it", this::otherTells),
        new Step("another's write is acknowledged", this::otherEnds),
        new Step("this process changes the store", this::ownChanges),
        new Step("this process drops its entry", this::ownDrops),
        new Step("this process tells of it", this::ownTells),
        new Step("this process's write is acknowledged", this::ownEnds),
        new Step("a load is registered", this::loadBegins),
        new Step("the load reads the store", this::loadReads),
        new Step("the load is kept, if it may be", this::loadEnds),
        new Step("listening begins", this::listen),
        new Step("a message arrives", this::arrive),
        new Step("the counted message is followed", this::follow),
        new Step("a message is lost", this::lose),
        new Step("the connection is cut", this::cut),
        new Step("the connection is mended, which is told", this::mend),
        new Step("the store loses count", this::forget),
        new Step("a failover takes the count back", this::failOver),
        new Step("a look is sent", this::look),
        new Step("the store answers the look", this::answer),
        new Step("the answer arrives", this::judge),
        new Step("trust ends", this::distrust),
        new Step("a hit makes its first step", this::hit),
        new Step("the hit makes its second step", this::serve));
  }

  private boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  private boolean otherChanges(State state) {
    if (!state.is(Cell.OTHER_AT, 0) || !state.spend(Cell.WRITES_LEFT)) {
      return false;
    }
    state.set(Cell.STORE, state.get(Cell.STORE) + 1);
    state.set(Cell.OTHER_VERSION, state.get(Cell.STORE));
    state.set(Cell.OTHER_AT, 1);
    return true;
  }

  private boolean otherTells(State state) {
    if (!state.is(Cell.OTHER_AT, 1)) {
      return false;
    }
    publish(state, 0);
    state.set(Cell.OTHER_AT, 2);
    return true;
  }

  private boolean otherEnds(State state) {
    if (!state.is(Cell.OTHER_AT, 2)) {
      return false;
    }
    acknowledge(state, Cell.OTHER_VERSION);
    state.set(Cell.OTHER_AT, 0);
    return true;
  }

  private boolean ownChanges(State state) {
    if (!state.is(Cell.OWN_AT, 0) || !state.spend(Cell.OWN_WRITES_LEFT)) {
      return false;
    }
    state.set(Cell.STORE, state.get(Cell.STORE) + 1);
    state.set(Cell.OWN_VERSION, state.get(Cell.STORE));
    state.set(Cell.OWN_AT, 1);
    return true;
  }

  private boolean ownDrops(State state) {
    if (!state.is(Cell.OWN_AT, 1)) {
      return false;
    }
    drop(state);
    state.set(Cell.OWN_AT, 2);
    return true;
  }

  private boolean ownTells(State state) {
    if (!state.is(Cell.OWN_AT, 2)) {
      return false;
    }
    publish(state, 1);
    state.set(Cell.OWN_AT, 3);
    return true;
  }

  private boolean ownEnds(State state) {
    if (!state.is(Cell.OWN_AT, 3)) {
      return false;
    }
    acknowledge(state, Cell.OWN_VERSION);
    state.set(Cell.OWN_AT, 0);
    return true;
  }

  private static void acknowledge(State state, Cell version) {
    state.set(Cell.ACKNOWLEDGED, Math.max(state.get(Cell.ACKNOWLEDGED), state.get(version)));
    state.set(version, 0);
  }

  private void publish(State state, int own) {
    state.set(
        Cell.NUMBER, state.is(Cell.NUMBER, 0) ? beginning(state) : state.get(Cell.NUMBER) + 1);
    if (state.is(Cell.LISTENING, 1)) {
      state.send(2 * state.get(Cell.NUMBER) + own);
    }
  }

  /** Beyond what was heard, and beyond what would follow it. */
  private int beginning(State state) {
    return has(Flaw.BEGINS_AT_ONE) ? 1 : state.get(Cell.NUMBER_BEFORE) + 2;
  }

  private boolean loadBegins(State state) {
    if (!state.is(Cell.LOAD_AT, 0) || !state.is(Cell.LOCAL, 0)) {
      return false;
    }
    state.set(Cell.LOAD_AT, 1);
    state.set(Cell.LOAD_KEPT, 1);
    return true;
  }

  private boolean loadReads(State state) {
    if (!state.is(Cell.LOAD_AT, 1)) {
      return false;
    }
    state.set(Cell.LOAD_VERSION, state.get(Cell.STORE));
    state.set(Cell.LOAD_AT, 2);
    return true;
  }

  private boolean loadEnds(State state) {
    if (!state.is(Cell.LOAD_AT, 2)) {
      return false;
    }
    if (state.is(Cell.LOAD_KEPT, 1)) {
      state.set(Cell.LOCAL, state.get(Cell.LOAD_VERSION));
    }
    state.set(Cell.LOAD_AT, 0);
    state.set(Cell.LOAD_VERSION, 0);
    state.set(Cell.LOAD_KEPT, 0);
    return true;
  }

  /** What a write, a message or the emptying of the tier does to this key. */
  private static void drop(State state) {
    state.set(Cell.LOCAL, 0);
    state.set(Cell.LOAD_KEPT, 0);
  }

  private void empty(State state) {
    int kept = state.get(Cell.LOAD_KEPT);
    drop(state);
    if (has(Flaw.LOADS_KEPT)) {
      state.set(Cell.LOAD_KEPT, kept);
    }
  }

  private void breakOff(State state) {
    empty(state);
    state.set(Cell.MISSING, 0);
    state.set(Cell.LOOK_BROKEN, state.is(Cell.LOOK_AT, 0) ? 0 : 1);
  }

  private boolean listen(State state) {
    if (!state.is(Cell.LISTENING, 0)) {
      return false;
    }
    state.set(Cell.LISTENING, 1);
    return true;
  }

  private boolean arrive(State state) {
    if (!state.is(Cell.LISTENING, 1) || !state.is(Cell.COUNTED, 0)) {
      return false;
    }
    int message = state.receive();
    if (message == 0) {
      return false;
    }
    int heard = state.get(Cell.HEARD);
    int number = message / 2 + 1;
    state.set(Cell.HEARD, number);
    if (heard == 0) {
      begin(state);
    } else if (number != heard + 1 && !has(Flaw.GAP_IGNORED)) {
      breakOff(state);
    }
    if (has(Flaw.COUNTED_FIRST)) {
      state.set(Cell.COUNTED, message);
    } else {
      followNow(state, message);
    }
    return true;
  }

  private void begin(State state) {
    if (!has(Flaw.FIRST_KEEPS)) {
      empty(state);
    }
  }

  private boolean follow(State state) {
    if (state.is(Cell.COUNTED, 0)) {
      return false;
    }
    followNow(state, state.get(Cell.COUNTED));
    state.set(Cell.COUNTED, 0);
    return true;
  }

  /** A process ignores its own messages. */
  private static void followNow(State state, int message) {
    if (message % 2 == 0) {
      drop(state);
    }
  }

  private boolean lose(State state) {
    return state.get(Cell.FIRST_ON_ITS_WAY) != 0
        && state.spend(Cell.LOSSES_LEFT)
        && state.receive() != 0;
  }

  private boolean cut(State state) {
    if (!state.is(Cell.LISTENING, 1) || !state.spend(Cell.CUTS_LEFT)) {
      return false;
    }
    state.set(Cell.LISTENING, 2);
    state.loseAll();
    return true;
  }

  private boolean mend(State state) {
    if (!state.is(Cell.LISTENING, 2)) {
      return false;
    }
    state.set(Cell.LISTENING, 1);
    breakOff(state);
    state.set(Cell.HEARD, 0);
    return true;
  }

  private boolean forget(State state) {
    if (state.is(Cell.NUMBER, 0) || !state.spend(Cell.FORGETS_LEFT)) {
      return false;
    }
    state.set(Cell.NUMBER_BEFORE, state.get(Cell.NUMBER));
    state.set(Cell.NUMBER, 0);
    return true;
  }

  /**
   * When all was heard, and so far back that it cannot come to the same number again: that it can
   * otherwise is the limit of what numbers tell.
   */
  private boolean failOver(State state) {
    int writes = state.get(Cell.WRITES_LEFT) + state.get(Cell.OWN_WRITES_LEFT);
    boolean writing = state.get(Cell.OTHER_AT) == 1 || isBetween(state.get(Cell.OWN_AT), 1, 2);
    if (writing
        || state.get(Cell.NUMBER) <= writes + 1
        || !state.is(Cell.HEARD, state.get(Cell.NUMBER) + 1)
        || !state.is(Cell.FIRST_ON_ITS_WAY, 0)
        || !state.spend(Cell.FAILOVERS_LEFT)) {
      return false;
    }
    state.set(Cell.NUMBER, state.get(Cell.NUMBER) - writes - 1);
    return true;
  }

  private static boolean isBetween(int value, int least, int most) {
    return value >= least && value <= most;
  }

  boolean look(State state) {
    if (!state.is(Cell.LOOK_AT, 0) || state.is(Cell.LISTENING, 0)) {
      return false;
    }
    state.set(Cell.LOOK_AT, 1);
    state.set(Cell.LOOK_FLOOR, state.get(Cell.ACKNOWLEDGED));
    state.set(Cell.LOOK_HEARD, state.get(Cell.HEARD));
    return true;
  }

  boolean answer(State state) {
    if (!state.is(Cell.LOOK_AT, 1)) {
      return false;
    }
    if (state.is(Cell.NUMBER, 0) && !has(Flaw.LOOKS_BEGIN_NOTHING)) {
      state.set(Cell.NUMBER, beginning(state));
    }
    state.set(Cell.LOOK_AT, 2);
    state.set(Cell.LOOK_ANSWER, state.get(Cell.NUMBER) + 1);
    return true;
  }

  boolean judge(State state) {
    if (!state.is(Cell.LOOK_AT, 2)) {
      return false;
    }
    if (state.is(Cell.LOOK_BROKEN, 0)) {
      judgeNow(state, state.get(Cell.LOOK_ANSWER));
    }
    for (Cell each :
        List.of(
            Cell.LOOK_AT, Cell.LOOK_FLOOR, Cell.LOOK_HEARD, Cell.LOOK_ANSWER, Cell.LOOK_BROKEN)) {
      state.set(each, 0);
    }
    return true;
  }

  private void judgeNow(State state, int last) {
    int heard = state.get(Cell.HEARD);
    if (heard == 0) {
      begin(state);
      state.set(Cell.HEARD, last);
      trust(state);
    } else if (last < state.get(Cell.LOOK_HEARD) && !has(Flaw.LOST_COUNT_IGNORED)) {
      lost(state, last);
    } else if (heard >= last || has(Flaw.MISSING_IGNORED)) {
      trust(state);
    } else if (state.get(Cell.MISSING) > heard) {
      lost(state, last);
    } else {
      state.set(Cell.MISSING, last);
    }
  }

  private void lost(State state, int last) {
    breakOff(state);
    state.set(Cell.HEARD, last);
    trust(state);
  }

  private void trust(State state) {
    Cell floor = has(Flaw.AS_OF_THE_ANSWER) ? Cell.ACKNOWLEDGED : Cell.LOOK_FLOOR;
    state.set(Cell.SOUND_FLOOR, Math.max(state.get(Cell.SOUND_FLOOR), state.get(floor)));
    state.set(Cell.TRUSTED, 1);
  }

  private boolean distrust(State state) {
    boolean trusted = state.is(Cell.TRUSTED, 1);
    state.set(Cell.TRUSTED, 0);
    return trusted;
  }

  private boolean hit(State state) {
    if (!state.is(Cell.HIT_AT, 0)) {
      return false;
    }
    if (has(Flaw.ENTRY_BEFORE_TRUST)) {
      state.set(Cell.HIT_VERSION, state.get(Cell.LOCAL));
      state.set(Cell.HIT_AT, state.is(Cell.LOCAL, 0) ? 0 : 1);
    } else if (state.is(Cell.TRUSTED, 1)) {
      state.set(Cell.HIT_FLOOR, state.get(Cell.SOUND_FLOOR));
      state.set(Cell.HIT_AT, 1);
    }
    return state.is(Cell.HIT_AT, 1);
  }

  private boolean serve(State state) {
    if (!state.is(Cell.HIT_AT, 1)) {
      return false;
    }
    boolean entryFirst = has(Flaw.ENTRY_BEFORE_TRUST);
    int version = state.get(entryFirst ? Cell.HIT_VERSION : Cell.LOCAL);
    int floor = state.get(entryFirst ? Cell.SOUND_FLOOR : Cell.HIT_FLOOR);
    boolean served = version != 0 && (!entryFirst || state.is(Cell.TRUSTED, 1));
    if (served && version < floor) {
      state.set(Cell.BROKEN, 1);
    }
    state.set(Cell.HIT_AT, 0);
    state.set(Cell.HIT_VERSION, 0);
    state.set(Cell.HIT_FLOOR, 0);
    return true;
  }
}
