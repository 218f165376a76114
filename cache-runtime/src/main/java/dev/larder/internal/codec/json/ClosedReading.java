package dev.larder.internal.codec.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import java.util.Set;

/** Reads objects of a closed set of classes alone, and of those that Jackson can make. */
final class ClosedReading extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  private final transient Set<Class<?>> classes;

  ClosedReading(Set<Class<?>> classes) {
    this.classes = classes;
  }

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    if (deserializer instanceof BeanDeserializerBase objects) {
      requireKnown(bean.getBeanClass());
      if (!objects.getValueInstantiator().canInstantiate()) {
        throw new IllegalArgumentException(
            bean.getBeanClass().getName()
                + " cannot be made from JSON: it is no record and has no constructor without"
                + " parameters, nor one with @JsonCreator");
      }
    }
    return deserializer;
  }

  private void requireKnown(Class<?> type) {
    if (!classes.contains(type)) {
      throw new IllegalArgumentException(
          type.getName() + " is not among the classes that values are known to be made of");
    }
  }
}
