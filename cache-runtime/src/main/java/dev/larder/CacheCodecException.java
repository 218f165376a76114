package dev.larder;

import org.jspecify.annotations.Nullable;

/** A value that cannot be encoded. */
public final class CacheCodecException extends CacheException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public CacheCodecException(String message) {
    this(message, null);
  }

  /** With what is wrong and what it came from. */
  public CacheCodecException(String message, @Nullable Throwable cause) {
    super(message, null, cause);
  }

  @Override
  public boolean isRetryable() {
    return false;
  }
}
