package dev.larder.protocol.channel;

/** The small numbers that a state is made of; zero means none or no everywhere. */
enum Cell {
  /** The version of the one key in the store, and the last one whose write was acknowledged. */
  STORE,
  ACKNOWLEDGED,
  /** The number of the channel's last message; none: there is no count. */
  NUMBER,
  /** The last number that was given before the count was lost. */
  NUMBER_BEFORE,
  /** Another process's write: 1 the store is changed, 2 the message is sent; and its version. */
  OTHER_AT,
  OTHER_VERSION,
  /** This process's write: 1 the store is changed, 2 the local tier too, 3 the message is sent. */
  OWN_AT,
  OWN_VERSION,
  /** The local tier's entry: a version. */
  LOCAL,
  /** A load: 1 it is registered, 2 it has read; its version; whether it may be kept. */
  LOAD_AT,
  LOAD_VERSION,
  LOAD_KEPT,
  /** What this process listens to: 1 yes, 2 it is cut off and does not know. */
  LISTENING,
  /** The messages on their way, in order: twice the number, and one if it is this process's. */
  FIRST_ON_ITS_WAY,
  SECOND_ON_ITS_WAY,
  THIRD_ON_ITS_WAY,
  FOURTH_ON_ITS_WAY,
  /** The number heard last, counted from 1; 0: unknown. */
  HEARD,
  /** A message that is counted, but not yet followed: only where that guard is left out. */
  COUNTED,
  /** A look: 1 it is sent, 2 it is answered but the answer has not arrived. */
  LOOK_AT,
  /** What was acknowledged when it was sent, and what was heard, counted as {@link #HEARD}. */
  LOOK_FLOOR,
  LOOK_HEARD,
  /** What it was answered, counted from 1. */
  LOOK_ANSWER,
  /** Whether the local tier was emptied meanwhile. */
  LOOK_BROKEN,
  /** A number that a look told of and that was not heard yet, counted from 1. */
  MISSING,
  /** Whether the local tier may be served from, and what it is at least as new as. */
  TRUSTED,
  SOUND_FLOOR,
  /** A hit: 1 it has made its first of two steps; what it must be as new as; what it found. */
  HIT_AT,
  HIT_FLOOR,
  HIT_VERSION,
  /** What may happen how often. */
  WRITES_LEFT,
  OWN_WRITES_LEFT,
  LOSSES_LEFT,
  CUTS_LEFT,
  FORGETS_LEFT,
  FAILOVERS_LEFT,
  /** Whether what must not be has been. */
  BROKEN
}
