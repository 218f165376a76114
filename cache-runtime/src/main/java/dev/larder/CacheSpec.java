package dev.larder;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What opens a {@link Cache}: its chain and name, the shape of its keys, the type of its values,
 * and the settings that its annotations state. Immutable; each setting gives a copy.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class CacheSpec<K, V> {
  private final String chain;
  private final String name;
  private final @Nullable KeyShape<K> keyShape;
  private final @Nullable ValueType<V> valueType;
  private final boolean stacked;
  private final boolean localCopy;
  private final CacheSettings settings;

  private CacheSpec(
      String chain,
      String name,
      @Nullable KeyShape<K> keyShape,
      @Nullable ValueType<V> valueType,
      boolean stacked,
      boolean localCopy,
      CacheSettings settings) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.name = requireName(name);
    this.keyShape = keyShape;
    this.valueType = valueType;
    this.stacked = stacked;
    this.localCopy = localCopy;
    this.settings = settings;
  }

  /** A cache of a chain. */
  public static <K, V> CacheSpec<K, V> of(
      String chain, String name, KeyShape<K> keyShape, ValueType<V> valueType) {
    return new CacheSpec<>(
        chain,
        name,
        Objects.requireNonNull(keyShape, "keyShape"),
        Objects.requireNonNull(valueType, "valueType"),
        false,
        false,
        CacheSettings.NONE);
  }

  /** A cache of a chain, for evicting keys from: the type of its values is not known. */
  public static <K> CacheSpec<K, Object> of(String chain, String name, KeyShape<K> keyShape) {
    return new CacheSpec<>(
        chain,
        name,
        Objects.requireNonNull(keyShape, "keyShape"),
        null,
        false,
        false,
        CacheSettings.NONE);
  }

  /** A cache of a chain, for clearing: neither keys nor values are known. */
  public static CacheSpec<Object, Object> of(String chain, String name) {
    return new CacheSpec<>(chain, name, null, null, false, false, CacheSettings.NONE);
  }

  /** What opens a cache of which this is known. */
  @SuppressWarnings("unchecked") // what is known of a cache is of its keys and values
  static <K, V> CacheSpec<K, V> of(Definition known) {
    return new CacheSpec<>(
        known.chain(),
        known.name(),
        (KeyShape<K>) known.keyShape(),
        (ValueType<V>) known.valueType(),
        known.stacked(),
        known.localCopy(),
        known.stated());
  }

  /** With a time to live; zero: entries have no end. */
  public CacheSpec<K, V> ttl(Duration ttl) {
    return with(settings.withTtl(ttl));
  }

  /** With a time to live in the local tier; zero: as long as {@link #ttl}. */
  public CacheSpec<K, V> localTtl(Duration localTtl) {
    return with(settings.withLocalTtl(localTtl));
  }

  /** With a time to live of nulls; zero: they are not kept. */
  public CacheSpec<K, V> nullTtl(Duration nullTtl) {
    return with(settings.withNullTtl(nullTtl));
  }

  /** With the largest share, from 0 to 1, by which each life is shortened at random. */
  public CacheSpec<K, V> jitter(double jitter) {
    return with(settings.withJitter(jitter));
  }

  /**
   * With an age from which on a hit starts a load in the background; zero: none does. The loader
   * runs on a thread of the manager's executor, and sees no thread locals of its callers.
   */
  public CacheSpec<K, V> refreshAfter(Duration refreshAfter) {
    return with(settings.withStale(settings.stale().withRefreshAfter(refreshAfter)));
  }

  /** With a time past {@link #ttl} in which the old value is served when the loader throws. */
  public CacheSpec<K, V> staleTtl(Duration staleTtl) {
    return with(settings.withStale(settings.stale().withStaleTtl(staleTtl)));
  }

  /**
   * With a time after which a slow loader's caller gets the stale value, if there is one; the load
   * goes on in the background. Zero: callers wait until it ends.
   */
  public CacheSpec<K, V> loadTimeout(Duration loadTimeout) {
    return with(settings.withStale(settings.stale().withLoadTimeout(loadTimeout)));
  }

  /** One of several caches of one name, stacked on one method: each has a chain of its own. */
  public CacheSpec<K, V> stacked() {
    return new CacheSpec<>(chain, name, keyShape, valueType, true, localCopy, settings);
  }

  /**
   * With a deep copy of the value for each caller, so that what one changes no other sees. Values
   * that nobody can change are shared all the same.
   */
  public CacheSpec<K, V> localCopy() {
    return new CacheSpec<>(chain, name, keyShape, valueType, stacked, true, settings);
  }

  private CacheSpec<K, V> with(CacheSettings changed) {
    return new CacheSpec<>(chain, name, keyShape, valueType, stacked, localCopy, changed);
  }

  private static String requireName(String name) {
    if (name.isBlank()) {
      throw new CacheValidationException("the name of a cache must not be blank");
    }
    return name;
  }

  String chain() {
    return chain;
  }

  String name() {
    return name;
  }

  @Nullable KeyShape<K> keyShape() {
    return keyShape;
  }

  @Nullable ValueType<V> valueType() {
    return valueType;
  }

  boolean isStacked() {
    return stacked;
  }

  boolean isLocalCopy() {
    return localCopy;
  }

  CacheSettings settings() {
    return settings;
  }

  @Override
  public String toString() {
    return "cache " + name + " of chain " + chain;
  }
}
