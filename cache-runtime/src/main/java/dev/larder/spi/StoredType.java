package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/**
 * A type of values, as the processor saw it.
 *
 * @param <V> the values
 */
public interface StoredType<V> {
  /** The type as it is written in source, with full names. */
  String name();

  /** A hash of everything that determines the shape of the type's values. */
  long fingerprint();

  /** How the values are written and read; null where nothing has told. */
  default @Nullable ValueModel<V> model() {
    return null;
  }
}
