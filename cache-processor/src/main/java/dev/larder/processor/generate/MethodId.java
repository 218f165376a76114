package dev.larder.processor.generate;

import static java.util.stream.Collectors.joining;

import dev.larder.processor.model.MethodModel;

/** A method's name with the erased types of its parameters: {@code find(long,java.lang.String)}. */
final class MethodId {
  private MethodId() {}

  static String of(MethodModel method) {
    return method.type().getParameterTypes().stream()
        .map(type -> Erasure.of(type).toString())
        .collect(joining(",", method.name() + "(", ")"));
  }
}
