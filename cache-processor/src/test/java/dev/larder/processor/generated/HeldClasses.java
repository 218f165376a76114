package dev.larder.processor.generated;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes of all objects that a value holds; a class of the platform is not looked into. */
final class HeldClasses {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Class<?>> classes = new HashSet<>();

  private HeldClasses() {}

  static Set<Class<?>> of(Object value) {
    HeldClasses held = new HeldClasses();
    held.add(value);
    return held.classes;
  }

  private void add(Object value) {
    if (value == null || !seen.add(value)) {
      return;
    }
    classes.add(value instanceof Enum<?> constant ? constant.getDeclaringClass() : type(value));
    if (value instanceof Collection<?> collection) {
      collection.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> addAll(key, one));
    } else if (value instanceof Map.Entry<?, ?> entry) {
      addAll(entry.getKey(), entry.getValue());
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::add);
    } else if (value instanceof Object[] array) {
      addAll(array);
    } else if (value.getClass().getName().startsWith("com.acme.") && !(value instanceof Enum)) {
      addFields(value, value.getClass());
    }
  }

  /** Guava keeps the classes of its collections to itself. */
  private static Class<?> type(Object value) {
    Class<?> type = value.getClass();
    if (!type.getName().startsWith("com.google.")) {
      return type;
    }
    return value instanceof Map ? ImmutableMap.class : ImmutableList.class;
  }

  private void addAll(Object... values) {
    for (int i = 0; i < Array.getLength(values); i++) {
      add(values[i]);
    }
  }

  private void addFields(Object value, Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        try {
          field.setAccessible(true);
          Object held = field.get(value);
          if (!field.getType().isPrimitive()) {
            add(held);
          }
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    if (type.getSuperclass() != Object.class && type.getSuperclass() != Record.class) {
      addFields(value, type.getSuperclass());
    }
  }
}
