package dev.larder.protocol;

/** What must hold in every state. */
enum Promise {
  /** No valid entry of the store is older than the last acknowledged write of its key (I5). */
  STORE_FRESH("the store holds what is older than an acknowledged write"),
  /** No read gets from the store, or loads, what is older than a write acknowledged before (I5). */
  ANSWER_FRESH("a read that began after an acknowledged write got what is older"),
  /** A local tier is outdated only while a message is under way, or was lost (I6). */
  LOCAL_FRESH("a local tier is outdated, and no message is under way"),
  /** Of the loads of a key, at most one has a lease that stands (I4). */
  ONE_LOAD("two load under leases that stand"),
  /** What was put is there when the put is acknowledged, if nothing else touched it. */
  PUT_KEPT("what was put is not there"),
  /** A lease stands only while its holder loads, or until it ends by itself if the holder died. */
  LEASE_LET_GO("a lease stands though its holder has gone on"),
  /** Somebody can always go on. */
  NO_STANDSTILL("nobody can go on");

  private final String broken;

  Promise(String broken) {
    this.broken = broken;
  }

  /** What is the case when it is broken. */
  String broken() {
    return broken;
  }
}
