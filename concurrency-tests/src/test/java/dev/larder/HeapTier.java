package dev.larder;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A local tier that forgets nothing by itself; each call is one step. It stands for Caffeine under
 * the model checker: what Caffeine does behind the caller's back (its maintenance, its buffers, its
 * pool of threads) is no part of the engine, and would drown the few steps that matter.
 */
class HeapTier implements LocalTier<Integer> {
  private final Map<Object, Entry<Integer>> entries = new HashMap<>();

  @Override
  public synchronized Entry<Integer> live(Object key) {
    return entries.get(key);
  }

  @Override
  public synchronized void put(Object key, Entry<Integer> entry) {
    entries.put(key, entry);
  }

  @Override
  public synchronized boolean replace(Object key, Entry<Integer> seen, Entry<Integer> entry) {
    return entries.replace(key, seen, entry);
  }

  @Override
  public synchronized boolean remove(Object key) {
    return entries.remove(key) != null;
  }

  @Override
  public synchronized boolean remove(Object key, Entry<Integer> seen) {
    return entries.remove(key, seen);
  }

  @Override
  public synchronized void clear() {
    entries.clear();
  }

  @Override
  public void sweep() {}

  @Override
  public synchronized Set<Object> keys() {
    return Set.copyOf(entries.keySet());
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }
}
