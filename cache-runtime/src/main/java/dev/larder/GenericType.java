package dev.larder;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its arguments, which a class literal cannot name: {@code new
 * GenericType<List<User>>() {}}.
 *
 * @param <T> the type
 */
public abstract class GenericType<T> {
  private final Type type;

  /** The type that the subclass names. */
  protected GenericType() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType stated)
        || stated.getRawType() != GenericType.class) {
      throw new CacheValidationException(
          "a GenericType names its type: new GenericType<List<User>>() {}");
    }
    this.type = stated.getActualTypeArguments()[0];
  }

  final Type type() {
    return type;
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
