package dev.larder.testkit.server;

/** A server that did not come up, and never will: waiting longer makes no sense. */
final class StartFailure extends IllegalStateException {
  private static final long serialVersionUID = 1;

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }

  StartFailure(String message) {
    super(message);
  }
}
