package dev.larder.protocol;

/** Whoever makes steps: a worker, a message, a fault. */
interface Actor {
  /** How the trace calls it. */
  String name();

  /** How many different steps it might make now. */
  int choices(World world);

  /** Makes one of them; gives what it did, or null if it cannot after all. */
  String take(World world, int choice);
}
