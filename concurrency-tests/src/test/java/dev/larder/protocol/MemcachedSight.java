package dev.larder.protocol;

/**
 * What a worker has seen of a key in Memcached: its item first, then the marker, then, where it was
 * asked for, the lease beside a value. So an item that does not match the marker is certainly older
 * than it.
 */
record MemcachedSight(World world, int worker) {
  private int seen(OfWorker what) {
    return world.get(what, worker);
  }

  private void see(OfWorker what, OfKey item, int key) {
    world.set(what, worker, world.get(item, key));
  }

  void seeItem(int key) {
    see(OfWorker.SEEN_A, OfKey.VALUE_A, key);
    see(OfWorker.SEEN_B, OfKey.VALUE_B, key);
    see(OfWorker.SEEN_STAMP, OfKey.STAMP, key);
    see(OfWorker.SEEN_LEASE, OfKey.LEASE, key);
    see(OfWorker.SEEN_CAS, OfKey.CAS, key);
  }

  void seeBeside(int key) {
    see(OfWorker.SEEN_SIDE, OfKey.SIDE_LEASE, key);
    see(OfWorker.SEEN_SIDE_CAS, OfKey.SIDE_CAS, key);
  }

  private boolean isOfMarker() {
    return seen(OfWorker.SEEN_STAMP) == seen(OfWorker.SEEN_MARKER);
  }

  /** Whether there was a value that counts. */
  boolean isValid() {
    boolean isThere = seen(OfWorker.SEEN_A) != 0 || seen(OfWorker.SEEN_B) != 0;
    return isThere && isOfMarker();
  }

  /** Whether a lease stood in the place of a value. */
  boolean isHeld() {
    return seen(OfWorker.SEEN_LEASE) != 0 && isOfMarker();
  }

  /** Whether a lease stood beside the very value that was seen. */
  boolean isHeldBeside() {
    return seen(OfWorker.SEEN_SIDE) != 0 && seen(OfWorker.SEEN_SIDE_CAS) == seen(OfWorker.SEEN_CAS);
  }

  /**
   * Whether the lease was the one of this token.
   *
   * @param over the number of the value that it stands beside; zero: in the place of one
   */
  boolean isLeasedTo(int token, int over) {
    return over == 0
        ? seen(OfWorker.SEEN_LEASE) == token
        : seen(OfWorker.SEEN_SIDE) == token && seen(OfWorker.SEEN_CAS) == over;
  }

  /** What a build's variant of the value was. */
  int variant(int build) {
    return seen(build == 0 ? OfWorker.SEEN_A : OfWorker.SEEN_B);
  }

  /** What {@code add} asks where nothing was seen, and {@code cas} elsewhere. */
  boolean isUnchanged(int key) {
    return world.get(OfKey.CAS, key) == seen(OfWorker.SEEN_CAS);
  }
}
