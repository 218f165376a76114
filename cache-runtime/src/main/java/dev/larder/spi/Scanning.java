package dev.larder.spi;

import java.util.function.Consumer;

/** Capability: walks the keys. */
public interface Scanning {
  /**
   * Gives every key that begins with the text and has a value or a lease from before the call to
   * after it; keys that come or go meanwhile may be given or not, and a key may be given twice.
   */
  void scan(String beginning, Consumer<String> key);
}
