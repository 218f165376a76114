package dev.larder.protocol;

/** What there is once for each process. */
enum OfProcess {
  /** Messages: 0 arrive; 1 are lost; 2 arrive again, but the engine was not told of the gap. */
  CHANNEL,
  DIED;

  static final int COUNT = values().length;
}
