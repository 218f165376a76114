package dev.larder.internal.codec.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import java.util.Set;

/** Writes objects of a closed set of classes alone: others could not be read back. */
final class ClosedWriting extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  private final transient Set<Class<?>> classes;

  ClosedWriting(Set<Class<?>> classes) {
    this.classes = classes;
  }

  @Override
  public JsonSerializer<?> modifySerializer(
      SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
    if (serializer instanceof BeanSerializerBase && !classes.contains(bean.getBeanClass())) {
      throw new IllegalArgumentException(
          bean.getBeanClass().getName()
              + " is not among the classes that values are known to be made of");
    }
    return serializer;
  }
}
