package dev.larder;

import dev.larder.internal.text.EscapedText;
import java.util.Objects;

/**
 * The key texts of counters. What follows the name here is in the name of no cache, so that a
 * counter and an entry never share a key.
 *
 * @param name of the counters
 */
record CounterKeys(KeyName name) {
  String text(String key) {
    String escaped = EscapedText.of(Objects.requireNonNull(key, "key"));
    return name.text() + "~counter" + KeyShape.SEPARATOR + escaped;
  }
}
