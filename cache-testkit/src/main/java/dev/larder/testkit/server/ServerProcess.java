package dev.larder.testkit.server;

/** One run of a server's program. */
interface ServerProcess {
  /** Its number, as the system that it runs in counts. */
  long pid();

  boolean isAlive();

  /** Whether the process that says that it has this number is this one. */
  boolean isNumbered(long pid);

  /** What it printed so far. */
  String log();

  /** Asks it to end, and waits until it has. */
  void stop();

  /** Ends it at once, and gives back what an ended one still takes. */
  void kill();

  /** Lets none of its threads run any more. */
  void pause();

  /** Lets its threads run again. */
  void resume();
}
