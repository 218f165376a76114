package dev.larder.integration.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads histories of one cache, and finds each read of what was outdated by more than a bound when
 * the read began. Histories are given in turns: in none does anything go on that another one has.
 *
 * <p>A read is held to the last write that was acknowledged, longer ago than the bound, before it
 * began; and to its own process's writes whatever the bound. One read is excused: who may have
 * waited for another read of its own process, which had begun while the value was the last, gets
 * what that finds.
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
    Map<Long, List<Event>> reading = new HashMap<>();
    for (Event event : history) {
      if (!event.isWrite()) {
        reading.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event);
      }
    }
    writes += history.size();
    reading.forEach(
        (key, events) -> {
          reads += events.size();
          writes -= events.size();
          check(worker, events, all.get(key), own.getOrDefault(key, new Row()));
        });
  }

  private void check(int worker, List<Event> reading, @Nullable Row row, Row own) {
    for (Event read : reading) {
      if (row == null) {
        require(read.version() == 1, worker, read, "nobody wrote it");
        continue;
      }
      require(read.version() <= row.youngest, worker, read, "nobody has written that yet");
      if (read.version() < own.floor(read.begin())) {
        require(false, worker, read, "the same process had written a younger one");
      } else if (read.version() < row.floor(read.begin())) {
        outdated(worker, read, row, reading);
      }
    }
  }

  private void outdated(int worker, Event read, Row row, List<Event> others) {
    if (others.stream().anyMatch(other -> mayHaveWaitedFor(read, other, row))) {
      excused++;
      return;
    }
    Duration age = Duration.ofNanos(read.begin() - row.outdatedSince(read.version()));
    oldest = age.compareTo(oldest) > 0 ? age : oldest;
    require(age.compareTo(bound) <= 0, worker, read, "outdated for " + age);
  }

  private static boolean mayHaveWaitedFor(Event read, Event other, Row row) {
    return other.version() == read.version()
        && other.begin() <= read.begin()
        && read.begin() <= other.end()
        && other.version() >= row.floor(other.begin());
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

  /** How many reads may have got what another one of their own process found. */
  long excused() {
    return excused;
  }

  /** How long a value had been outdated at most when a read of it began, those excused aside. */
  Duration oldest() {
    return oldest;
  }
}
