package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import java.lang.reflect.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that no code can reach, read and set by reflection. The package of its class must be open
 * to this module, if it is in a named one.
 *
 * @param <O> its class, or one that extends it
 * @param <T> what it holds
 */
public final class HiddenField<O, T> {
  private final Class<? super O> owner;
  private final String name;
  private volatile @Nullable Field opened;

  private HiddenField(Class<? super O> owner, String name) {
    this.owner = Objects.requireNonNull(owner, "owner");
    this.name = Objects.requireNonNull(name, "name");
  }

  /** A field that the class declares; looked for when it is first used. */
  public static <O, T> HiddenField<O, T> of(Class<? super O> owner, String name) {
    return new HiddenField<>(owner, name);
  }

  /** What it holds. */
  @SuppressWarnings({"unchecked", "NullAway"}) // what the field is declared to hold; it may be null
  public T get(O object) {
    try {
      return (T) field().get(object);
    } catch (IllegalAccessException e) {
      throw new KryoException(this + " cannot be read", e);
    }
  }

  /** Sets it. */
  public void set(O object, @Nullable T value) {
    try {
      field().set(object, value);
    } catch (IllegalAccessException e) {
      throw new KryoException(this + " cannot be set", e);
    }
  }

  private Field field() {
    Field field = opened;
    if (field == null) {
      field = found();
      opened = field;
    }
    return field;
  }

  private Field found() {
    try {
      return Opened.of(owner.getDeclaredField(name));
    } catch (NoSuchFieldException e) {
      throw new KryoException("there is no " + this, e);
    }
  }

  @Override
  public String toString() {
    return owner.getName() + "." + name;
  }
}
