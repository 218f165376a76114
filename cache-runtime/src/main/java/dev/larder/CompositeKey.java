package dev.larder;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable key of several parts, each in its normal form (see {@link PartType#normal}). Equal
 * to every other composite key of equal parts, whatever its class; hashed as the list of its parts.
 *
 * <p>Extended by generated code, with one field for each part.
 */
public abstract class CompositeKey {
  /** For generated subclasses. */
  protected CompositeKey() {}

  /** The key of a method without parameters: the only one of its cache. */
  public static CompositeKey none() {
    return PartsKey.NONE;
  }

  /** The number of parts. */
  public abstract int size();

  /** The normal form of the part at this index, from 0. */
  public abstract @Nullable Object part(int index);

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof CompositeKey that && hasPartsOf(that));
  }

  private boolean hasPartsOf(CompositeKey that) {
    int size = size();
    if (size != that.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!Objects.equals(part(i), that.part(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0, size = size(); i < size; i++) {
      hash = 31 * hash + Objects.hashCode(part(i));
    }
    return hash;
  }

  /** The parts for people to read, such as {@code (7, "EU")}; not the text in a store. */
  @Override
  public final String toString() {
    return PartDescription.of(this);
  }
}
