package dev.larder;

import dev.larder.internal.text.EscapedText;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a key's text: whose cache it belongs to.
 *
 * @param prefix the application's prefix; may be empty
 * @param version the version of the cache's contents; at least 0
 * @param cache the cache's name
 * @param cacheVersion the version of this cache alone; 0, which its text leaves out, unless one was
 *     asked for
 */
record KeyName(String prefix, int version, String cache, int cacheVersion) {
  /** Between a cache's name and its own version; no escaped text has it. */
  private static final String OWN_VERSION = "~";

  KeyName {
    if (version < 0 || cacheVersion < 0) {
      throw new CacheValidationException(
          "a cache's version must be at least 0: " + Math.min(version, cacheVersion));
    }
  }

  /** A name without a version of its own. */
  KeyName(String prefix, int version, String cache) {
    this(prefix, version, cache, 0);
  }

  /** The tag of what all caches of this prefix and version share on a single server. */
  String tag() {
    return EscapedText.of(prefix) + KeyShape.SEPARATOR + version;
  }

  /** The text of the name; without the separator that the first part of a key brings. */
  String text() {
    String ownVersion = cacheVersion == 0 ? "" : OWN_VERSION + cacheVersion;
    return tag() + KeyShape.SEPARATOR + EscapedText.of(cache) + ownVersion;
  }

  /**
   * The name with which the text of a key begins.
   *
   * @throws CacheValidationException if that is no text of a key
   */
  static KeyName of(String keyText) {
    String[] texts = keyText.split(":", 4);
    try {
      int own = texts[2].lastIndexOf(OWN_VERSION);
      boolean versioned = own > 0;
      KeyName name =
          new KeyName(
              EscapedText.read(texts[0]),
              Integer.parseInt(texts[1]),
              EscapedText.read(versioned ? texts[2].substring(0, own) : texts[2]),
              versioned ? Integer.parseInt(texts[2].substring(own + 1)) : 0);
      if ((keyText + KeyShape.SEPARATOR).startsWith(name.text() + KeyShape.SEPARATOR)) {
        return name;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw malformed(keyText, e);
    }
    throw malformed(keyText, null);
  }

  /**
   * The key in a text that begins with this name.
   *
   * @throws CacheValidationException if it is no text of a key of this name and shape
   */
  <K> @Nullable K key(String keyText, KeyShape<K> shape) {
    String text = text();
    if (shape.size() == 0 && keyText.equals(text)) {
      return shape.parse("");
    }
    if (shape.size() == 0 || !keyText.startsWith(text + KeyShape.SEPARATOR)) {
      throw new CacheValidationException(
          Quoted.text(keyText) + " is not a key of " + shape + " in " + Quoted.text(text));
    }
    return shape.parse(keyText.substring(text.length() + 1));
  }

  private static CacheValidationException malformed(String keyText, @Nullable Throwable cause) {
    return new CacheValidationException(
        Quoted.text(keyText) + " does not begin as a key does, with prefix:version:cache", cause);
  }
}
