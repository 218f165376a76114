package dev.larder.processor.generate;

import com.palantir.javapoet.TypeSpec;

/** Adds one idea to the generated class. */
interface Rule {
  void apply(Decorator decorator, TypeSpec.Builder type);
}
