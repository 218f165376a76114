package dev.larder.spi;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * What is known of a type of values beyond its name: the closed set of classes that they are made
 * of, and how they are written and read. Immutable.
 *
 * @param <V> the values
 */
public interface ValueModel<V> {
  /** The type with its arguments, for codecs that go by reflection. */
  Type type();

  /**
   * Every class that something in a value may be an instance of; nothing else is ever made (I8).
   */
  Set<Class<?>> classes();

  /**
   * The serializer of values. What it needs is registered with the Kryo, which requires that of
   * every class.
   *
   * @param kryo belongs to the caller, and is used by one thread at a time
   */
  Serializer<V> serializer(Kryo kryo);
}
