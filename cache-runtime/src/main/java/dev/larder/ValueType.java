package dev.larder;

import dev.larder.internal.reflect.ReflectedModel;
import dev.larder.internal.reflect.ReflectedType;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueModel;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.function.Supplier;
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
  private final @Nullable Supplier<? extends ValueModel<V>> models;
  private volatile @Nullable ValueModel<V> model;

  private ValueType(
      String name,
      long fingerprint,
      boolean immutable,
      @Nullable Supplier<? extends ValueModel<V>> models) {
    this.name = Objects.requireNonNull(name, "name");
    this.fingerprint = fingerprint;
    this.immutable = immutable;
    this.models = models;
  }

  /**
   * A type of values that stay in the heap: nothing says how they are written.
   *
   * @param name the type as it is written in source, with full names
   * @param fingerprint a hash of everything that determines the shape of its values
   * @param immutable whether nothing that a value reaches can change
   */
  public static <V> ValueType<V> of(String name, long fingerprint, boolean immutable) {
    return new ValueType<>(name, fingerprint, immutable, null);
  }

  /**
   * A type of values that can be written.
   *
   * @param name the type as it is written in source, with full names
   * @param fingerprint a hash of everything that determines the shape of its values
   * @param immutable whether nothing that a value reaches can change
   * @param model how values are written; asked for once, when the first is
   */
  public static <V> ValueType<V> of(
      String name, long fingerprint, boolean immutable, Supplier<? extends ValueModel<V>> model) {
    return new ValueType<>(name, fingerprint, immutable, Objects.requireNonNull(model, "model"));
  }

  /**
   * A type of values that is read by reflection, where no processor has seen it: records, enums,
   * sealed types, arrays and the platform's types. It is another type than the processor makes of
   * the same class: what one has stored, the other does not read.
   *
   * @throws CacheValidationException if it has type arguments, which a {@link GenericType} names
   */
  public static <V> ValueType<V> of(Class<V> type) {
    return reflected(Objects.requireNonNull(type, "type"));
  }

  /** The same, for a type with arguments. */
  public static <V> ValueType<V> of(GenericType<V> type) {
    return reflected(type.type());
  }

  private static <V> ValueType<V> reflected(Type type) {
    try {
      ReflectedType seen = ReflectedType.of(type);
      return of(seen.name(), seen.fingerprint(), seen.isImmutable(), () -> ReflectedModel.of(seen));
    } catch (IllegalArgumentException e) {
      throw new CacheValidationException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public @Nullable ValueModel<V> model() {
    ValueModel<V> made = model;
    if (made == null && models != null) {
      made = models.get();
      model = made;
    }
    return made;
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
