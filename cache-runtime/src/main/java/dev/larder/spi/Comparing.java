package dev.larder.spi;

/** Capability: changes an entry only if it is what the caller believes it to be, atomically. */
public interface Comparing {
  /** Removes what is under the key, and breaks a lease on it, if it is exactly these bytes. */
  boolean removeIf(String key, byte[] expected);
}
