package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * The texts of the keys of one cache, as a distributed tier and people see them: {@code
 * prefix:version:cache:part:part}. Different keys have different texts, and each text reads back.
 *
 * @param <K> the keys in the heap
 */
final class KeyText<K> {
  private final KeyName name;
  private final KeyShape<K> shape;
  private final String cacheText;

  KeyText(String prefix, int version, String cache, KeyShape<K> shape) {
    this(new KeyName(prefix, version, cache, 0), shape);
  }

  KeyText(KeyName name, KeyShape<K> shape) {
    this.name = name;
    this.shape = shape;
    this.cacheText = name.text();
  }

  /** How the texts of all keys with parts begin; holds nothing that a glob reads anything into. */
  String beginning() {
    return cacheText + KeyShape.SEPARATOR;
  }

  /** The whole text of a key. */
  String format(@Nullable K key) {
    StringBuilder out = new StringBuilder(cacheText.length() + 32).append(cacheText);
    if (shape.size() > 0) {
      out.append(KeyShape.SEPARATOR);
    }
    shape.append(key, out);
    return out.toString();
  }

  /**
   * The key that has this whole text.
   *
   * @throws CacheValidationException if it is the text of no key of this cache
   */
  @Nullable K parse(String text) {
    return name.key(text, shape);
  }
}
