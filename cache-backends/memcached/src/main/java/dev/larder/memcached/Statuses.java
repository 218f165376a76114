package dev.larder.memcached;

import com.spotify.folsom.MemcacheStatus;
import dev.larder.CacheConnectionException;

/** What a server says to a write. */
final class Statuses {
  private Statuses() {}

  /** Whether a conditional write was done; a condition that did not hold is no fault. */
  static boolean isStored(MemcacheStatus status, String key) {
    requireRoom(status, key);
    return status == MemcacheStatus.OK;
  }

  /** That an unconditional write was done. */
  static void requireStored(MemcacheStatus status, String key) {
    requireRoom(status, key);
    if (status != MemcacheStatus.OK) {
      throw refused(status, key);
    }
  }

  /** That a write did not fail for want of room, or for anything that is no condition of it. */
  static void requireRoom(MemcacheStatus status, String key) {
    switch (status) {
      case OK, KEY_EXISTS, KEY_NOT_FOUND, ITEM_NOT_STORED, VALUE_TOO_LARGE -> {}
      default -> throw refused(status, key);
    }
  }

  private static CacheConnectionException refused(MemcacheStatus status, String key) {
    return new CacheConnectionException(
        "Memcached did not store " + key + ": " + status, MemcachedStore.NAME, null);
  }
}
