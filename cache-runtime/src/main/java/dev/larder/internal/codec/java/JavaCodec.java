package dev.larder.internal.codec.java;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.Set;

/**
 * Values by the serialization of the JDK. Bytes make no class load that is not among the model's or
 * the JDK's own containers.
 */
public final class JavaCodec implements Codec {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public <V> ValueCodec<V> codecFor(StoredType<V> type) {
    ValueModel<V> model = type.model();
    if (model == null) {
      throw new IllegalArgumentException(
          "nothing tells the classes of " + type.name() + "; the annotation processor writes that");
    }
    requireSerializable(model.classes());
    return new JavaValues<>(Admitted.of(model.classes()), RawClass.of(model.type()));
  }

  private static void requireSerializable(Set<Class<?>> classes) {
    classes.stream()
        .filter(each -> isMade(each) && !Serializable.class.isAssignableFrom(each))
        .min(Comparator.comparing(Class::getName))
        .ifPresent(
            each -> {
              throw new IllegalArgumentException(each.getName() + " is not Serializable");
            });
  }

  private static boolean isMade(Class<?> type) {
    return !type.isPrimitive() && !Modifier.isAbstract(type.getModifiers());
  }
}
