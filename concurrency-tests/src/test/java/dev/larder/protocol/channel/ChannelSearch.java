package dev.larder.protocol.channel;

import dev.larder.protocol.channel.Steps.Step;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Visits every state, nearest first, so that the way to what must not be is a shortest one. */
final class ChannelSearch {
  private final Steps steps;
  private final Map<ByteBuffer, Reached> reached = new HashMap<>();
  private final Queue<State> ahead = new ArrayDeque<>();

  private ChannelSearch(Set<Flaw> flaws) {
    this.steps = new Steps(flaws);
  }

  /**
   * How a state was come to.
   *
   * @param from null for the first one
   * @param step what led to it
   */
  private record Reached(State from, String step) {}

  /**
   * What a search came to.
   *
   * @param states how many there are
   * @param trace the steps to what must not be; empty if nothing is
   */
  record Result(int states, List<String> trace) {}

  /** Searches on from a state until all is visited, or something is that must not be. */
  static Result from(State first, Set<Flaw> flaws) {
    return new ChannelSearch(flaws).run(first);
  }

  private Result run(State first) {
    reached.put(first.key(), new Reached(null, "at first"));
    ahead.add(first);
    while (!ahead.isEmpty()) {
      State state = ahead.remove();
      if (isBroken(state)) {
        return new Result(reached.size(), trace(state));
      }
      steps.all().forEach(step -> take(step, state));
    }
    return new Result(reached.size(), List.of());
  }

  private void take(Step step, State state) {
    State next = state.copy();
    if (step.happens().test(next)
        && reached.putIfAbsent(next.key(), new Reached(state, step.name())) == null) {
      ahead.add(next);
    }
  }

  /** The local tier is older than it is said to be, or stays outdated though looks go on. */
  private boolean isBroken(State state) {
    return state.is(Cell.BROKEN, 1)
        || isOlder(state, state.get(Cell.SOUND_FLOOR))
        || (isAtRest(state) && isOlder(afterLooks(state), state.get(Cell.ACKNOWLEDGED)));
  }

  private static boolean isOlder(State state, int version) {
    return !state.is(Cell.LOCAL, 0) && state.get(Cell.LOCAL) < version;
  }

  private static boolean isAtRest(State state) {
    return state.is(Cell.OTHER_AT, 0)
        && state.is(Cell.OWN_AT, 0)
        && state.is(Cell.LOAD_AT, 0)
        && state.is(Cell.FIRST_ON_ITS_WAY, 0)
        && state.is(Cell.COUNTED, 0)
        && state.is(Cell.LISTENING, 1);
  }

  /** Whatever became of the one that is under way, two more find what is missing. */
  private State afterLooks(State state) {
    State after = state.copy();
    for (int i = 0; i < 3; i++) {
      steps.look(after);
      steps.answer(after);
      steps.judge(after);
    }
    return after;
  }

  private List<String> trace(State broken) {
    List<String> trace = new ArrayList<>();
    for (State state = broken; state != null; state = reached.get(state.key()).from()) {
      trace.add("%-44s%s".formatted(reached.get(state.key()).step(), state));
    }
    Collections.reverse(trace);
    return trace;
  }
}
