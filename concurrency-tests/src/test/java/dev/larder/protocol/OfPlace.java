package dev.larder.protocol;

/** What there is for each key in each process. */
enum OfPlace {
  /** The local tier's entry: a version of the source. */
  LOCAL,
  /** The fence: the worker whose load is registered, counted from 1. */
  LOADING,
  /** The fence: how many writes are between their steps. */
  WRITES,
  /** The fence: whether two of them overlapped. */
  RACED,
  /** A message is under way to this process. */
  MESSAGE,
  /** A message to this process was lost, and nobody knows. */
  LOST,
  /** The generation that this process remembers. */
  REMEMBERED;

  static final int COUNT = values().length;
}
