package dev.larder;

import org.jspecify.annotations.Nullable;

/** A composite key made at run time, for shapes that no generated class stands for. */
final class PartsKey extends CompositeKey {
  static final PartsKey NONE = new PartsKey(new Object[0]);

  private final @Nullable Object[] parts;

  /** Takes the array over. */
  PartsKey(@Nullable Object[] parts) {
    this.parts = parts;
  }

  @Override
  public int size() {
    return parts.length;
  }

  @Override
  public @Nullable Object part(int index) {
    return parts[index];
  }
}
