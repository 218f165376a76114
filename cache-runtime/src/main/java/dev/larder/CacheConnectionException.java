package dev.larder;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached. */
public final class CacheConnectionException extends CacheException {
  private static final long serialVersionUID = 1L;

  /** With what happened, the store's name, and what it came from. */
  public CacheConnectionException(String message, String storeName, @Nullable Throwable cause) {
    super(message, storeName, cause);
  }

  @Override
  public boolean isRetryable() {
    return true;
  }
}
