package dev.larder.benchmarks.faults;

import dev.larder.spi.Store;

/** Servers that one experiment is made with, and what happens to them. */
interface Target extends AutoCloseable {
  /** A connection of the process whose callers are watched. */
  Store connect();

  /** A connection of another process. */
  Store connectElsewhere();

  /** Lets it happen. */
  void begin();

  /** What to go on with while it lasts. */
  default void goOn() {}

  /** Lets it be over; returns when the servers are sound. */
  void end();

  /** Whether there is nothing to be waited for: what happened is over when it has begun. */
  default boolean isOverAtOnce() {
    return false;
  }

  /** Whether it has happened before the process starts. */
  default boolean isFromTheStart() {
    return false;
  }

  /** How many commands the servers that run have been given. */
  long commands();

  /** How many connections the servers that run have. */
  long connections();

  @Override
  void close();
}
