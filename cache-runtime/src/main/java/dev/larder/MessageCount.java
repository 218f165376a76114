package dev.larder;

import java.time.Duration;

/**
 * Which messages of a channel were heard, by the numbers that the store gives them, and whether
 * that is all of them. For one thread at a time, which has made the local tier follow each message
 * before it asks for anything else.
 *
 * <p>A <i>look</i> asks the store for its last number. Sent at one moment and answered by {@code
 * n}, it shows that the local tier has followed all writes acknowledged before that moment, if the
 * messages up to {@code n} have been heard: their numbers are at most {@code n}, as a write is
 * acknowledged after its message was numbered. What is heard between the sending and the answer
 * only adds to this. Where fewer have been heard, the rest may be on its way, and is lost if it
 * does not come.
 *
 * <p>Numbers that do not follow each other mean lost messages, or a store that has lost count;
 * either way the local tier is emptied, and counting goes on from the number at hand. A look that
 * was under way at such a break says nothing.
 */
final class MessageCount {
  /** How long a message may be on its way that a look has told of. */
  static final Duration PATIENCE = Duration.ofMillis(500);

  private static final long UNKNOWN = -1;

  private long heard = UNKNOWN;
  private long breaks;
  private long missing = UNKNOWN;
  private long missingSinceNanos;

  /** What a message's number says. */
  enum Step {
    /** No message is missing between it and the one before. */
    NEXT,
    /** It is the first since counting began: writes may have gone unheard before it. */
    FIRST,
    /** Messages were lost, or the store has lost count. */
    GAP
  }

  /** What a look has shown. */
  enum Verdict {
    /** All writes before it have been followed. */
    SOUND,
    /** As {@link #SOUND}, once the local tier is emptied; it is the first that was heard at all. */
    FIRST,
    /** As {@link #SOUND}, once the local tier is emptied; messages were lost. */
    LOST,
    /** Nothing yet. */
    UNDECIDED
  }

  /**
   * A question that is under way.
   *
   * @param sentNanos when it was sent, by the manager's clock
   */
  record Look(long sentNanos, long heard, long breaks) {}

  /**
   * A message has arrived.
   *
   * @param number the store's; 0: it was not counted; less: it could not be
   */
  Step heard(long number) {
    if (number == 0) {
      return Step.NEXT;
    }
    Step step =
        number == heard + 1 ? Step.NEXT : heard == UNKNOWN && number > 0 ? Step.FIRST : Step.GAP;
    if (step == Step.GAP) {
      interrupted();
    }
    heard = Math.max(number, UNKNOWN);
    return step;
  }

  /** Messages may have been lost, and the local tier was emptied. */
  void interrupted() {
    heard = UNKNOWN;
    missing = UNKNOWN;
    breaks++;
  }

  /** Whether nothing has been heard that could be counted on from. */
  boolean isUnknown() {
    return heard == UNKNOWN;
  }

  /** To be called before the store is asked for its last number. */
  Look look(long nowNanos) {
    return new Look(nowNanos, heard, breaks);
  }

  /**
   * The store has answered a look.
   *
   * @param last its last number
   * @param nowNanos when that arrived
   */
  Verdict answered(Look look, long last, long nowNanos) {
    if (look.breaks() != breaks) {
      return Verdict.UNDECIDED;
    }
    if (heard == UNKNOWN) {
      heard = last;
      return Verdict.FIRST;
    }
    if (last < look.heard()) {
      return lost(last);
    }
    return heard >= last ? Verdict.SOUND : behind(look, last, nowNanos);
  }

  private Verdict behind(Look look, long last, long nowNanos) {
    if (missing <= heard) {
      missing = last;
      missingSinceNanos = nowNanos;
      return Verdict.UNDECIDED;
    }
    return look.sentNanos() - missingSinceNanos >= PATIENCE.toNanos()
        ? lost(last)
        : Verdict.UNDECIDED;
  }

  private Verdict lost(long last) {
    interrupted();
    heard = last;
    return Verdict.LOST;
  }
}
