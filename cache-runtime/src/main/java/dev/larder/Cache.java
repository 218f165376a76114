package dev.larder;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A named set of entries with one key shape and one type of values, held by the tiers of a store
 * chain. Safe for use by several threads at once.
 *
 * <p>A {@code null} key is a key of its own. A {@code null} value is kept only where the cache has
 * a null TTL; a {@code null} answer is either that or no entry, and {@link #lookup} tells them
 * apart.
 *
 * <p>Reads do not throw for a store's fault: they go on as if the store were empty. Writes throw a
 * {@link CacheException} for one; those of {@link #failSafe} answer with it instead. Some writes
 * need a capability of the store, as package {@code dev.larder.spi} has them; a chain without a
 * store has them all.
 *
 * @param <K> the keys: the value of a single part, or {@link CompositeKey}
 * @param <V> the values
 */
public interface Cache<K, V> {
  /** The cache's name. */
  String name();

  /** The name of the store chain whose tiers hold the entries. */
  String chain();

  /**
   * The value that the local tier holds for the key; null if it holds none. Takes no lock, does no
   * I/O, and counts a hit but never a miss: whoever gets null here is to call {@link #get(Object,
   * Loader)} next.
   */
  @Nullable V localHit(@Nullable K key);

  /** The value for the key, or null. */
  @Nullable V get(@Nullable K key);

  /**
   * The value for the key; loaded and kept if there is none. Of the callers that miss one key at
   * one time, one loads and the others wait for its result, an exception included. A value that was
   * evicted, put or cleared while it was being loaded is returned but not kept.
   *
   * <p>A thread that is interrupted while it waits for another's load, or whose waiting could never
   * end because that load waits for its own, loads by itself and keeps nothing.
   *
   * @throws X what the loader throws, the very same object; nothing is kept then
   */
  <X extends Throwable> @Nullable V get(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X;

  /**
   * As {@link #get(Object, Loader)}, but a loaded value is kept only if the predicate gives {@code
   * false} for it. It is not asked about null.
   */
  <X extends Throwable> @Nullable V get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, X> loader,
      Predicate<? super V> unless)
      throws X;

  /** What the tiers hold for the key; never throws. */
  Lookup<V> lookup(@Nullable K key);

  /** Whether there is an entry for the key; counts nothing. */
  boolean contains(@Nullable K key);

  /** The values of those keys that have one, in the order of the keys. */
  Map<K, V> getAll(Collection<? extends K> keys);

  /**
   * How long the entry of the key will live on; {@link Duration#ZERO} if it has no end; null if
   * there is no entry, or none that the store can tell of: because it is not {@code Expiring}, or
   * does not answer.
   */
  @Nullable Duration timeToLive(@Nullable K key);

  /** Replaces the entry; a null value without a null TTL evicts it. */
  void put(@Nullable K key, @Nullable V value);

  /**
   * Replaces the entry, with a time to live of its own.
   *
   * @param timeToLive zero for no end
   * @throws CacheValidationException if it is negative
   */
  void put(@Nullable K key, @Nullable V value, Duration timeToLive);

  /** Puts each entry. */
  void putAll(Map<? extends K, ? extends V> entries);

  /**
   * Puts each entry, with a time to live of its own.
   *
   * @param timeToLive zero for no end
   * @throws CacheValidationException if it is negative
   */
  void putAll(Map<? extends K, ? extends V> entries, Duration timeToLive);

  /**
   * Puts the value if there is no entry, or one whose value is null.
   *
   * @return null if the value was put; the present value otherwise
   * @throws CacheTimeoutException if another process holds the lease of the key all the time, or
   *     the store refuses the value again and again
   */
  @Nullable V putIfAbsent(@Nullable K key, V value);

  /**
   * Gives the entry a new time to live, counted from now.
   *
   * @param timeToLive zero for no end
   * @return whether there was an entry
   * @throws CacheValidationException if it is negative
   * @throws CacheConfigurationException if the store is not {@code Expiring}; the entry is removed
   *     from the local tier then
   */
  boolean touch(@Nullable K key, Duration timeToLive);

  /** Removes the entry. Once this has returned, no load that began before is kept (I5). */
  void evict(@Nullable K key);

  /**
   * Removes the entry if its value equals the given one.
   *
   * @return whether it was removed
   * @throws CacheConfigurationException if the store is not {@code Comparing}; the entry is removed
   *     from the local tier then
   */
  boolean evict(@Nullable K key, V ifValue);

  /** Evicts each key. */
  void evictAll(Collection<? extends K> keys);

  /**
   * Evicts the entries whose key text, as {@code docs/guide/keys.md} gives it for the parts,
   * matches a pattern: {@code *} is any text, {@code ?} one character, {@code [a-c]} one of a set.
   *
   * @return how many entries there were
   * @throws CacheValidationException if the pattern has no sense
   * @throws CacheConfigurationException if the store is not {@code Scanning}, or nothing has stated
   *     the cache's key shape; what the local tier holds of them is removed in the first case
   */
  long evictMatching(String glob);

  /**
   * Removes every entry.
   *
   * @throws CacheConfigurationException if the store is not {@code Scanning}; the local tier is
   *     empty all the same
   */
  void clear();

  /**
   * Loads the value anew, whether or not there is one, and keeps it as {@link #get(Object, Loader)}
   * would. Readers are served the present value meanwhile.
   */
  <X extends Throwable> @Nullable V refresh(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X;

  /** Gets each key, loading what is missing, one after the other; the first exception ends it. */
  <X extends Throwable> void warm(
      Collection<? extends K> keys, Loader<? super @Nullable K, ? extends V, X> loader) throws X;

  /**
   * The key as people and distributed tiers see it: {@code prefix:version:cache:part:part}, as
   * {@code docs/guide/keys.md} describes it.
   *
   * @throws CacheValidationException if it is no key of this cache's shape
   */
  String keyText(@Nullable K key);

  /** StatsCounters since the cache was opened. */
  CacheStats stats();

  /**
   * The same cache under another version: other entries, same settings.
   *
   * @throws CacheValidationException if it is negative
   * @throws IllegalStateException if the manager is closed
   */
  Cache<K, V> version(int version);

  /** This cache for callers that must not wait. */
  AsyncCache<K, V> async();

  /** The writes of this cache, answering with a store's fault instead of throwing it. */
  FailSafeCache<K, V> failSafe();
}
