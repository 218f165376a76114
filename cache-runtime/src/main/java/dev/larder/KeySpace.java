package dev.larder;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key texts of one cache, by its keys as tiers take them. */
final class KeySpace {
  private final String prefix;
  private final int version;
  private final int cacheVersion;
  private final Supplier<Definition> definition;
  private volatile @Nullable KeyText<Object> texts;

  /**
   * @param prefix that of the manager
   * @param version that of the manager
   * @param cacheVersion that of the cache, where its definition has none
   */
  KeySpace(String prefix, int version, int cacheVersion, Supplier<Definition> definition) {
    this.prefix = prefix;
    this.version = version;
    this.cacheVersion = cacheVersion;
    this.definition = definition;
  }

  /** The whole text of a key. */
  String text(Object heapKey) {
    return texts().format(cast(heapKey));
  }

  /** The texts of a key's parts alone. */
  String partsText(Object heapKey) {
    return shape().text(cast(heapKey));
  }

  /**
   * The key of a whole text.
   *
   * @throws CacheValidationException if it is no key of this cache
   */
  Object parse(String text) {
    return NullKey.of(texts().parse(text));
  }

  /** The name of the cache. */
  String cacheName() {
    return definition.get().name();
  }

  /** How the texts of all keys begin that have parts. */
  String beginning() {
    return name().text() + KeyShape.SEPARATOR;
  }

  /** The text of the one key of a cache whose keys have no parts. */
  String withoutParts() {
    return name().text();
  }

  /** What people call the cache. */
  String label() {
    return definition.get().label();
  }

  /** Where the invalidations of this cache are sent; the text of no key. */
  String channel() {
    return name().text() + KeyShape.SEPARATOR + "~evict";
  }

  /** Made once: a shape that is known does not change. */
  private KeyText<Object> texts() {
    KeyText<Object> known = texts;
    if (known == null) {
      known = new KeyText<>(name(), shape());
      texts = known;
    }
    return known;
  }

  private KeyName name() {
    Definition known = definition.get();
    int own = known.version() == 0 ? cacheVersion : known.version();
    return new KeyName(prefix, version, known.name(), own);
  }

  @SuppressWarnings("unchecked") // the cache's own keys are of its shape
  private KeyShape<Object> shape() {
    return (KeyShape<Object>) definition.get().requireKeyShape();
  }

  @SuppressWarnings("NullAway") // a null key is a key, where KeyText says @Nullable K
  private static Object cast(Object heapKey) {
    return NullKey.reverse(heapKey);
  }
}
