package dev.larder.integration.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads histories of one cache, and finds each read of what was outdated by more than a bound when
 * the read began. Histories are given in turns: in none does anything go on that another one has.
 *
 * <p>A read is held to the last write that was acknowledged, longer ago than the bound, before it
 * began; and to its own process's writes whatever the bound. One read is excused: who waited for a
 * load of its own process, which had begun before, gets what that found.
 */
final class Checker {
  private final Duration bound;
  private final Map<Long, Row> rows = new HashMap<>();
  private final List<String> findings = new ArrayList<>();
  private long reads;
  private long writes;
  private long excused;
  private Duration oldest = Duration.ZERO;

  Checker(Duration bound) {
    this.bound = bound;
  }

  /** What is known of a row from turns before. */
  private static final class Row {
    /** By when each was acknowledged: the youngest version by then. */
    private final TreeMap<Long, Long> acknowledged = new TreeMap<>();

    private long youngest = 1;

    void acknowledge(Event write) {
      youngest = Math.max(youngest, write.version());
      acknowledged.put(write.end(), youngest);
    }

    /** The version that every read that begins then is to have at least. */
    long floor(long time) {
      var last = acknowledged.floorEntry(time);
      return last == null ? 0 : last.getValue();
    }

    /** When the first younger version than this was acknowledged. */
    long outdatedSince(long version) {
      return acknowledged.entrySet().stream()
          .filter(entry -> entry.getValue() > version)
          .mapToLong(Map.Entry::getKey)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    }

    /** All that later turns need. */
    void forget() {
      var last = acknowledged.lastEntry();
      acknowledged.clear();
      if (last != null) {
        acknowledged.put(last.getKey(), last.getValue());
      }
    }
  }

  /** Looks at what each worker did in one turn. */
  void check(List<List<Event>> histories) {
    Map<Long, Row> all = acknowledged(rows, histories.stream().flatMap(List::stream).toList());
    for (int worker = 0; worker < histories.size(); worker++) {
      check(worker, histories.get(worker), all);
    }
    all.values().forEach(Row::forget);
  }

  private static Map<Long, Row> acknowledged(Map<Long, Row> rows, List<Event> events) {
    events.stream()
        .filter(Event::isWrite)
        .sorted(Comparator.comparingLong(Event::end))
        .forEach(write -> rows.computeIfAbsent(write.key(), key -> new Row()).acknowledge(write));
    return rows;
  }

  private void check(int worker, List<Event> history, Map<Long, Row> all) {
    Map<Long, Row> own = acknowledged(new HashMap<>(), history);
    Map<Long, List<Event>> loads = new HashMap<>();
    history.stream()
        .filter(event -> event.kind() == Event.Kind.LOAD)
        .forEach(load -> loads.computeIfAbsent(load.key(), key -> new ArrayList<>()).add(load));
    for (Event event : history) {
      if (event.isWrite()) {
        writes++;
      } else {
        reads++;
        check(worker, event, all, own, loads);
      }
    }
  }

  private void check(
      int worker,
      Event read,
      Map<Long, Row> all,
      Map<Long, Row> own,
      Map<Long, List<Event>> loads) {
    Row row = all.get(read.key());
    if (row == null) {
      require(read.version() == 1, worker, read, "nobody wrote it");
      return;
    }
    require(read.version() <= row.youngest, worker, read, "nobody has written that yet");
    Row written = own.get(read.key());
    if (written != null && read.version() < written.floor(read.begin())) {
      require(false, worker, read, "the same process had written a younger one");
    } else if (read.version() < row.floor(read.begin())) {
      outdated(worker, read, row, loads.getOrDefault(read.key(), List.of()));
    }
  }

  private void outdated(int worker, Event read, Row row, List<Event> loads) {
    if (loads.stream().anyMatch(load -> hasWaitedFor(read, load))) {
      excused++;
      return;
    }
    Duration age = Duration.ofNanos(read.begin() - row.outdatedSince(read.version()));
    oldest = age.compareTo(oldest) > 0 ? age : oldest;
    require(age.compareTo(bound) <= 0, worker, read, "outdated for " + age);
  }

  private static boolean hasWaitedFor(Event read, Event load) {
    return load != read
        && load.version() == read.version()
        && load.begin() <= read.begin()
        && read.begin() <= load.end();
  }

  private void require(boolean holds, int worker, Event read, String otherwise) {
    if (!holds) {
      findings.add("worker " + worker + ", " + read + ": " + otherwise);
    }
  }

  /** What should not be. */
  List<String> findings() {
    return List.copyOf(findings);
  }

  long reads() {
    return reads;
  }

  long writes() {
    return writes;
  }

  /** How many reads got what a load of their own process found that had begun before. */
  long excused() {
    return excused;
  }

  /** How long a value had been outdated at most when a read of it began, those excused aside. */
  Duration oldest() {
    return oldest;
  }
}
