package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a cache. Those who only evict know less than those who read: what one opener
 * leaves out, another may state, but no two may differ.
 *
 * @param chain the store chain
 * @param name the cache
 * @param version the cache's own version; 0 unless one was asked for
 * @param keyShape the shape of its keys; null while unknown
 * @param valueType the type of its values; null while unknown
 * @param stated the settings that its openers stated
 * @param stacked whether caches of this name may be in other chains too
 * @param localCopy whether each caller gets a copy of the value
 */
record Definition(
    String chain,
    String name,
    int version,
    @Nullable KeyShape<?> keyShape,
    @Nullable ValueType<?> valueType,
    CacheSettings stated,
    boolean stacked,
    boolean localCopy) {

  static Definition of(CacheSpec<?, ?> spec, int version) {
    return new Definition(
        spec.chain(),
        spec.name(),
        version,
        spec.keyShape(),
        spec.valueType(),
        spec.settings(),
        spec.isStacked(),
        spec.isLocalCopy());
  }

  /**
   * With what another opener states besides.
   *
   * @throws CacheConfigurationException if the two differ
   */
  Definition merge(CacheSpec<?, ?> spec) {
    requireSame("key shapes", keyShape, spec.keyShape());
    requireSame("value types", valueType, spec.valueType());
    if (stated.contradicts(spec.settings())) {
      throw differing("settings", stated, spec.settings());
    }
    return new Definition(
        chain,
        name,
        version,
        keyShape != null ? keyShape : spec.keyShape(),
        valueType != null ? valueType : spec.valueType(),
        stated.orElse(spec.settings()),
        stacked || spec.isStacked(),
        localCopy || spec.isLocalCopy());
  }

  /** The name by which people know the cache; no two open ones share it. */
  String label() {
    String own = version == 0 ? name : name + "~" + version;
    return stacked ? chain + "/" + own : own;
  }

  private void requireSame(String what, @Nullable Object known, @Nullable Object stated) {
    if (known != null && stated != null && !known.equals(stated)) {
      throw differing(what, known, stated);
    }
  }

  private CacheConfigurationException differing(String what, Object known, Object stated) {
    return new CacheConfigurationException(
        "the cache "
            + name
            + " of chain "
            + chain
            + " has two "
            + what
            + ": "
            + known
            + " and "
            + stated
            + "; give one of the two caches another name");
  }

  /** The shape of the keys, needed for what their texts are needed for. */
  KeyShape<?> requireKeyShape() {
    if (keyShape == null) {
      throw new CacheConfigurationException(
          "the key shape of the cache "
              + name
              + " is not known yet: nothing has opened it but for"
              + " clearing");
    }
    return keyShape;
  }

  /** The type of the values, needed for encoding them. */
  ValueType<?> requireValueType() {
    if (valueType == null) {
      throw new CacheConfigurationException(
          "the value type of the cache "
              + name
              + " is not known yet: nothing has opened it but for"
              + " evicting");
    }
    return valueType;
  }
}
