package dev.larder.internal.codec.java;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** The class of a type without its arguments. */
final class RawClass {
  private RawClass() {}

  /** That class; of a primitive, its box; of a type with bounds, Object. */
  static Class<?> of(Type type) {
    if (type instanceof Class<?> raw) {
      return MethodType.methodType(raw).wrap().returnType();
    }
    if (type instanceof ParameterizedType parameterized) {
      return of(parameterized.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()).arrayType();
    }
    return Object.class;
  }
}
