package dev.larder.protocol.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.protocol.channel.ChannelSearch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * I6: a local tier that is said to have followed all writes up to a moment has, and what is lost
 * keeps it outdated only until the next looks; in every order of steps.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ChannelProtocolTest {
  private static final boolean FULL = Boolean.getBoolean("larder.full");

  private final List<String> table = new ArrayList<>();
  private final List<String> traces = new ArrayList<>();

  /** What may go wrong in one search. */
  enum Fault {
    NOTHING,
    LOSSES,
    CUTS,
    LOSSES_AND_CUTS,
    FORGETS,
    FAILOVERS
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatIsSaidToBeSoundIs(Fault fault) {
    Result result = ChannelSearch.from(usual(fault), Set.of());
    add(fault.name(), result);
    assertThat(result.trace()).isEmpty();
  }

  private static State usual(Fault fault) {
    return switch (fault) {
      case NOTHING -> first(fault, FULL ? 2 : 1, 1);
      case LOSSES, CUTS -> first(fault, 2, FULL ? 1 : 0);
      case LOSSES_AND_CUTS -> first(fault, FULL ? 2 : 1, 0);
      case FORGETS -> first(fault, FULL ? 3 : 2, 0);
      case FAILOVERS -> first(fault, 3, 0);
    };
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void withoutAGuardItIsNot(Flaw flaw) {
    Result result = ChannelSearch.from(naive(flaw), Set.of(flaw));
    add("without a guard: " + flaw, result);
    assertThat(result.trace()).isNotEmpty();
  }

  private static State naive(Flaw flaw) {
    return switch (flaw) {
      case GAP_IGNORED -> first(Fault.LOSSES, 1, 1);
      case MISSING_IGNORED, LOADS_KEPT -> first(Fault.LOSSES, 2, 0);
      case FIRST_KEEPS, COUNTED_FIRST, AS_OF_THE_ANSWER, ENTRY_BEFORE_TRUST ->
          first(Fault.NOTHING, 2, 0);
      case LOST_COUNT_IGNORED -> first(Fault.FAILOVERS, 3, 0);
      case BEGINS_AT_ONE, LOOKS_BEGIN_NOTHING -> first(Fault.FORGETS, 2, 0);
    };
  }

  private static State first(Fault fault, int writes, int ownWrites) {
    State state = State.initial();
    state.set(Cell.WRITES_LEFT, writes);
    state.set(Cell.OWN_WRITES_LEFT, ownWrites);
    boolean losses = fault == Fault.LOSSES || fault == Fault.LOSSES_AND_CUTS;
    boolean cuts = fault == Fault.CUTS || fault == Fault.LOSSES_AND_CUTS;
    state.set(Cell.LOSSES_LEFT, losses ? 1 : 0);
    state.set(Cell.CUTS_LEFT, cuts ? 1 : 0);
    state.set(Cell.FORGETS_LEFT, fault == Fault.FORGETS ? 1 : 0);
    state.set(Cell.FAILOVERS_LEFT, fault == Fault.FAILOVERS ? 1 : 0);
    return state;
  }

  private void add(String name, Result result) {
    String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
    String end = result.trace().isEmpty() ? "holds" : "breaks";
    table.add("%-44s %,12d  %s".formatted("channel, " + words, result.states(), end));
    if (!result.trace().isEmpty()) {
      traces.add("");
      traces.add(words + ":");
      result.trace().forEach(step -> traces.add("  " + step));
    }
  }

  @AfterAll
  void print() throws IOException {
    table.forEach(System.out::println);
    table.addAll(traces);
    Files.write(Path.of("target", "protocol-channel.txt"), table);
  }
}
