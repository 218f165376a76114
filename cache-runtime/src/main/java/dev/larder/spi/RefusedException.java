package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a store that is well, but does not do what it was asked for: there is no room for the
 * value, or the user may not write it. It goes on being asked; anything else that a store throws
 * lets the engine suspect that it is down.
 */
public final class RefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** With what was refused and why, and what it came from. */
  public RefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
