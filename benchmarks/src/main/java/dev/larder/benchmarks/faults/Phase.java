package dev.larder.benchmarks.faults;

/** What is the matter, in the course of one experiment. */
enum Phase {
  /** Whatever is compiled or connected first is. */
  WARM_UP,
  /** All is well, and measured. */
  BEFORE,
  /** The fault is there. */
  DURING,
  /** The fault is over; the store is not yet asked again. */
  RECOVERING,
  /** The store is asked again. */
  AFTER
}
