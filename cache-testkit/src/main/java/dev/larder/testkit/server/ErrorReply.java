package dev.larder.testkit.server;

/** What a server said instead of an answer, word for word. */
public final class ErrorReply extends RuntimeException {
  private static final long serialVersionUID = 1;

  ErrorReply(String message) {
    super(message);
  }
}
