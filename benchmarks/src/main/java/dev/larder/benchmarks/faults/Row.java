package dev.larder.benchmarks.faults;

import java.util.Map;
import java.util.TreeMap;

/** One row of the source, and when which of its versions was to be seen by everybody. */
final class Row {
  private final TreeMap<Long, Long> acknowledged = new TreeMap<>();
  private final TreeMap<Long, Long> written = new TreeMap<>();
  private long version = 1;
  private long youngest = 1;

  synchronized long version() {
    return version;
  }

  /** Writes it; gives the new version. */
  synchronized long write() {
    version++;
    written.put(System.nanoTime(), version);
    return version;
  }

  /** The evict that followed the write of the version has returned without a fault. */
  synchronized void acknowledge(long evicted) {
    youngest = Math.max(youngest, evicted);
    acknowledged.put(System.nanoTime(), youngest);
  }

  /** Whether whoever begins to read then must not be given the version any more. */
  synchronized boolean isOutdated(long given, long begin) {
    Map.Entry<Long, Long> last = acknowledged.floorEntry(begin);
    return last != null && given < last.getValue();
  }

  /** Whether the version had been overwritten then, its evict confirmed or not. */
  synchronized boolean isOverwritten(long given, long begin) {
    Map.Entry<Long, Long> last = written.floorEntry(begin);
    return last != null && given < last.getValue();
  }
}
