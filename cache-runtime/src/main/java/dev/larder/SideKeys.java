package dev.larder;

import dev.larder.internal.text.EscapedText;

/**
 * The keys that stand beside the values in a distributed tier. Each begins with a brace, as no key
 * of a value does, and in a cluster lies in the slot of what the braces hold.
 */
final class SideKeys {
  private SideKeys() {}

  /** The lease of the value under this key; in the value's slot. */
  static String lease(String valueKey) {
    return tagged(valueKey) + "~lease";
  }

  /** The sequence of invalidations under this tag. */
  static String sequence(String tag) {
    return tagged(tag) + "~seq";
  }

  /** The generation of a cache's entries under this tag. */
  static String generation(String tag, String cache) {
    return tagged(tag) + "~gen:" + EscapedText.of(cache);
  }

  private static String tagged(String tag) {
    if (tag.isEmpty() || tag.indexOf('{') >= 0 || tag.indexOf('}') >= 0) {
      throw new CacheValidationException(
          "a tag must be neither empty nor hold a brace: " + Quoted.text(tag));
    }
    return "{" + tag + "}:";
  }
}
