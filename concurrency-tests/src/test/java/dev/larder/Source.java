package dev.larder;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The row of a database behind a cache: a version that only grows, and the latest one whose write
 * has been completed, the cache's part included. A read is fresh if what it gives is no older than
 * that was when the read began.
 *
 * <p>That, and no more, is promised (I5, I6). Linearizability would be too much to ask: while a
 * write is between its two parts, a reader whose load lost to another write gives the new version,
 * and the next one is served the old version from the local tier.
 */
final class Source {
  private final AtomicInteger version = new AtomicInteger();
  private final AtomicInteger completed = new AtomicInteger();

  int read() {
    return version.get();
  }

  /** The first part of a write. */
  int write() {
    return version.incrementAndGet();
  }

  /** After the second part. */
  void completed(int written) {
    completed.accumulateAndGet(written, Math::max);
  }

  /** The oldest version that a read which begins now may give. */
  int floor() {
    return completed.get();
  }

  static String judge(Integer read, int floor) {
    return read == null || read >= floor ? "fresh" : "read " + read + " after " + floor;
  }
}
