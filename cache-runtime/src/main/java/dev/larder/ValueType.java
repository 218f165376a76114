package dev.larder;

import dev.larder.spi.StoredType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of a cache's values, as the processor saw it. Two are equal if they have the same name
 * and fingerprint.
 *
 * @param <V> the values
 */
public final class ValueType<V> implements StoredType<V> {
  private final String name;
  private final long fingerprint;
  private final boolean immutable;

  private ValueType(String name, long fingerprint, boolean immutable) {
    this.name = name;
    this.fingerprint = fingerprint;
    this.immutable = immutable;
  }

  /**
   * A type of values.
   *
   * @param name the type as it is written in source, with full names
   * @param fingerprint a hash of everything that determines the shape of its values
   * @param immutable whether nothing that a value reaches can change
   */
  public static <V> ValueType<V> of(String name, long fingerprint, boolean immutable) {
    return new ValueType<>(Objects.requireNonNull(name, "name"), fingerprint, immutable);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long fingerprint() {
    return fingerprint;
  }

  /** Whether nothing that a value reaches can change, so that readers may share one. */
  public boolean isImmutable() {
    return immutable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueType<?> that
        && name.equals(that.name)
        && fingerprint == that.fingerprint;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return name;
  }
}
