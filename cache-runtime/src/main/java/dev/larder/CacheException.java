package dev.larder;

import org.jspecify.annotations.Nullable;

/** What goes wrong in a cache, as opposed to in the code whose results it keeps. */
public abstract sealed class CacheException extends RuntimeException
    permits CacheConfigurationException,
        CacheValidationException,
        CacheConnectionException,
        CacheTimeoutException,
        CacheCodecException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String storeName;

  CacheException(String message, @Nullable String storeName, @Nullable Throwable cause) {
    super(message, cause);
    this.storeName = storeName;
  }

  /** Without a stack trace, for what is thrown often and not where it happened. */
  CacheException(
      String message, @Nullable String storeName, @Nullable Throwable cause, boolean isTraced) {
    super(message, cause, isTraced, isTraced);
    this.storeName = storeName;
  }

  /** Whether the same call may succeed when it is made again. */
  public abstract boolean isRetryable();

  /** The same with more words, where a store was to blame. */
  final CacheException saying(String message) {
    CacheException same = this;
    if (this instanceof CacheTimeoutException) {
      same = new CacheTimeoutException(message, String.valueOf(storeName), getCause());
    } else if (this instanceof CacheConnectionException known) {
      same = known.withMessage(message);
    }
    if (same != this) {
      same.setStackTrace(getStackTrace());
      for (Throwable each : getSuppressed()) {
        same.addSuppressed(each);
      }
    }
    return same;
  }

  /** The store in which it happened; null if it was in none. */
  public final @Nullable String storeName() {
    return storeName;
  }
}
