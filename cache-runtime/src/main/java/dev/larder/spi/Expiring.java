package dev.larder.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Capability: tells and changes the remaining life of what is stored. */
public interface Expiring {
  /**
   * The bytes under the key with their remaining life, in one round trip; null if there are none.
   */
  @Nullable Stored read(String key);

  /**
   * Gives what is under the key a new time to live, counted from now.
   *
   * @param timeToLive zero for no end
   * @return whether there was something
   */
  boolean touch(String key, Duration timeToLive);
}
