package dev.larder.protocol.channel;

/** A guard left out. */
enum Flaw {
  /** A message is followed whatever its number. */
  GAP_IGNORED,
  /** A message is counted before the local tier has followed it. */
  COUNTED_FIRST,
  /** A look proves what was acknowledged when its answer came, not when it was sent. */
  AS_OF_THE_ANSWER,
  /** A look is sound whatever is missing. */
  MISSING_IGNORED,
  /** The first number is counted on from without emptying the local tier. */
  FIRST_KEEPS,
  /** Emptying the local tier lets loads under way be kept. */
  LOADS_KEPT,
  /** That a count has gone back is not noticed: what was heard is more, so all was heard. */
  LOST_COUNT_IGNORED,
  /** A count that was lost begins at one, and so comes to numbers that were heard before. */
  BEGINS_AT_ONE,
  /** A look at a channel that has no count finds a zero, and begins none. */
  LOOKS_BEGIN_NOTHING,
  /** A hit takes the entry first, and asks then whether the local tier may be served from. */
  ENTRY_BEFORE_TRUST
}
