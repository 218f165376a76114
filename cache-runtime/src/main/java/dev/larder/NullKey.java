package dev.larder;

import org.jspecify.annotations.Nullable;

/** Stands for the key {@code null} in tiers, which take none. */
enum NullKey {
  INSTANCE;

  /** The key as tiers take it. */
  static Object of(@Nullable Object key) {
    return key == null ? INSTANCE : key;
  }

  /** The key as callers gave it. */
  static @Nullable Object reverse(Object heapKey) {
    return heapKey == INSTANCE ? null : heapKey;
  }

  @Override
  public String toString() {
    return "null";
  }
}
