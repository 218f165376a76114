package dev.larder.processor.generated;

import static java.util.stream.Collectors.joining;

import dev.larder.ValueType;
import dev.larder.internal.kryo.KryoCodec;
import dev.larder.spi.ValueCodec;
import dev.larder.spi.ValueModel;
import java.lang.reflect.Method;
import java.util.List;

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

  private Stored(Loaded loaded) {
    this.loaded = loaded;
  }

  /** Compiles types, a service {@code Service} of these methods, and what else is given. */
  static Stored of(String types, List<String> methods, String others) {
    String suppression = "@SuppressWarnings({\"larder.MutableValue\", \"larder.ValueHidden\"})\n";
    String service =
        suppression
            + "interface Service {\n  "
            + methods.stream().collect(joining("\n  "))
            + "\n}\n";
    return new Stored(Build.of(HEAD + types + service + others).load());
  }

  /** The codec of a cache's values. */
  ValueCodec<Object> codec(String cache) {
    return new KryoCodec().codecFor(ValueType.of(cache, 1, false, () -> model(cache)));
  }

  /** The model of a cache's values. */
  @SuppressWarnings("unchecked")
  ValueModel<Object> model(String cache) {
    try {
      return (ValueModel<Object>) call("CachedServiceValues", cache);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Calls a static method of a class of the package. */
  Object call(String type, String method) throws Exception {
    Method called = loaded.loadClass("com.acme." + type).getDeclaredMethod(method);
    called.setAccessible(true);
    return called.invoke(null);
  }

  /** The text of a generated class. */
  String source(String type) {
    return loaded.source("com.acme." + type);
  }
}
