package dev.larder.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * Capability: reads and writes many entries in one round trip to each server that holds some of
 * them. Each entry is read or written as by itself; a call is not atomic.
 */
public interface Bulk {
  /** What is under those of the keys that have a value. */
  Map<String, Stored> readAll(Collection<String> keys);

  /** Replaces what is under each key, and breaks a lease on it. */
  void putAll(Collection<Put> puts);

  /**
   * Removes what is under each key, and breaks a lease on it.
   *
   * @return how many there were
   */
  long removeAll(Collection<String> keys);

  /**
   * What is to be put.
   *
   * @param timeToLive zero for no end
   */
  @SuppressWarnings("ArrayRecordComponent") // carries bytes to a store, and is never compared
  record Put(String key, byte[] value, Duration timeToLive) {}
}
