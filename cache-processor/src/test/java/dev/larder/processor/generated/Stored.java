package dev.larder.processor.generated;

import dev.larder.ValueType;
import dev.larder.internal.kryo.KryoCodec;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service's cached values, and the Kryo codecs that are generated for them. */
final class Stored {
  private static final String HEAD =
      """
      package com.acme;
      import dev.larder.annotation.*;
      import java.math.*;
      import java.net.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private final Loaded loaded;
  private final Map<String, ValueCodec<Object>> codecs = new HashMap<>();

  private Stored(Loaded loaded) {
    this.loaded = loaded;
  }

  /** Compiles types, a service {@code Service} of these methods, and what else is given. */
  static Stored of(String types, List<String> methods, String others) {
    return ofService(
        types, "interface Service {\n  " + String.join("\n  ", methods) + "\n}\n", others);
  }

  /** Compiles types, a service {@code Service}, and what else is given. */
  static Stored ofService(String types, String service, String others) {
    String suppression = "@SuppressWarnings({\"larder.MutableValue\", \"larder.ValueHidden\"})\n";
    return new Stored(Build.of(HEAD + types + suppression + service + others).load());
  }

  /** A value as bytes. */
  byte[] written(String cache, Object value) {
    return codec(cache).encode(value);
  }

  /** The value of bytes. */
  Object read(String cache, byte[] bytes) {
    return codec(cache).decode(bytes, 0, bytes.length);
  }

  private ValueCodec<Object> codec(String cache) {
    return codecs.computeIfAbsent(
        cache, name -> new KryoCodec().codecFor(ValueType.of(name, 1, false, () -> model(name))));
  }

  /** The model of a cache's values. */
  // What a generated class gives is known by its name alone; a test reads values by it as objects.
  @SuppressWarnings("unchecked")
  ValueModel<Object> model(String cache) {
    try {
      return (ValueModel<Object>) call("CachedServiceValues", cache);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Calls a static method of a class of the package. */
  Object call(String type, String method, Object... arguments) throws Exception {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, Object.class);
    Method called = loaded.loadClass("com.acme." + type).getDeclaredMethod(method, types);
    called.setAccessible(true);
    return called.invoke(null, arguments);
  }

  /** The text of a generated class. */
  String source(String type) {
    return loaded.source("com.acme." + type);
  }
}
