package dev.larder.testkit.server;

/** One of the two ways that bytes go on a connection. */
public enum Way {
  /** What the client sends. */
  TO_SERVER,
  /** What the server sends. */
  TO_CLIENT
}
