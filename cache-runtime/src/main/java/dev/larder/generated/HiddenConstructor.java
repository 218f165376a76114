package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import java.lang.reflect.Constructor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objenesis.instantiator.ObjectInstantiator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Makes objects of a class that no code can make: by its constructor without parameters, or, where
 * it has none, without any. The package of the class must be open to this module, if it is in a
 * named one.
 *
 * @param <T> the objects
 */
public final class HiddenConstructor<T> {
  private final Class<? super T> type;
  private volatile @Nullable ObjectInstantiator<?> opened;

  private HiddenConstructor(Class<? super T> type) {
    this.type = Objects.requireNonNull(type, "type");
  }

  /** Of a class; looked for when it is first used. */
  public static <T> HiddenConstructor<T> of(Class<? super T> type) {
    return new HiddenConstructor<>(type);
  }

  /** A new object. */
  @SuppressWarnings("unchecked") // an object of that very class
  public T make() {
    ObjectInstantiator<?> maker = opened;
    if (maker == null) {
      maker = found(type);
      opened = maker;
    }
    return (T) maker.newInstance();
  }

  private static <S> ObjectInstantiator<S> found(Class<S> type) {
    try {
      Constructor<S> constructor = Opened.of(type.getDeclaredConstructor());
      return () -> made(constructor);
    } catch (NoSuchMethodException none) {
      return new StdInstantiatorStrategy().newInstantiatorOf(type);
    }
  }

  private static <S> S made(Constructor<S> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new KryoException(constructor + " cannot be called", e);
    }
  }
}
