package dev.larder;

import org.jspecify.annotations.Nullable;

/** A key or an argument that cannot be; the text names the place and what was given. */
public final class CacheValidationException extends CacheException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public CacheValidationException(String message) {
    this(message, null);
  }

  /** With what is wrong and what it came from. */
  public CacheValidationException(String message, @Nullable Throwable cause) {
    super(message, null, cause);
  }

  @Override
  public boolean isRetryable() {
    return false;
  }
}
