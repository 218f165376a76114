package dev.larder;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached. */
public final class CacheConnectionException extends CacheException {
  private static final long serialVersionUID = 1L;

  private final boolean callMade;

  /** With what happened, the store's name, and what it came from. */
  public CacheConnectionException(String message, String storeName, @Nullable Throwable cause) {
    super(message, storeName, cause);
    this.callMade = true;
  }

  private CacheConnectionException(
      String message, String storeName, @Nullable Throwable cause, boolean callMade) {
    super(message, storeName, cause, callMade);
    this.callMade = callMade;
  }

  /** For a call that was not made at all; without a stack trace. */
  static CacheConnectionException ofCallNotMade(
      String message, String storeName, @Nullable Throwable cause) {
    return new CacheConnectionException(message, storeName, cause, false);
  }

  CacheConnectionException withMessage(String message) {
    return new CacheConnectionException(message, String.valueOf(storeName()), getCause(), callMade);
  }

  /** Whether the store was asked. */
  boolean isOfCallMade() {
    return callMade;
  }

  @Override
  public boolean isRetryable() {
    return true;
  }
}
