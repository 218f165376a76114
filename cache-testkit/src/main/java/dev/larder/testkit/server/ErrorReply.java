package dev.larder.testkit.server;

/** What a server said instead of an answer, word for word. */
public final class ErrorReply extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  ErrorReply(String message) {
    super(message);
    this.code = message.split(" ", 2)[0];
  }

  /** The first word, such as {@code MOVED} or {@code SERVER_ERROR}. */
  public String code() {
    return code;
  }
}
