package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * A setting that cannot be: an unknown chain, two key shapes under one cache name, no such store.
 */
public final class CacheConfigurationException extends CacheException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public CacheConfigurationException(String message) {
    this(message, null);
  }

  /** With what is wrong and what it came from. */
  public CacheConfigurationException(String message, @Nullable Throwable cause) {
    super(message, null, cause);
  }

  @Override
  public boolean isRetryable() {
    return false;
  }
}
