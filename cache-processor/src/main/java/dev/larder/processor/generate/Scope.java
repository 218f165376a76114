package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.List;

/** The names in the body of one generated method. */
final class Scope {
  private final List<String> parameters;
  private final NameAllocator names = new NameAllocator();

  Scope(Decorator decorator, List<String> parameters) {
    this.parameters = List.copyOf(parameters);
    parameters.forEach(names::newName);
    names.newName(Decorator.DELEGATE);
    decorator.caches().all().forEach(cache -> names.newName(cache.field()));
  }

  /** A new local variable; one that is free is named as wished. */
  String local(String wish) {
    return names.newName(wish);
  }

  /** A field, behind {@code this} where a parameter has its name. */
  CodeBlock field(String name) {
    return CodeBlock.of(parameters.contains(name) ? "this.$N" : "$N", name);
  }
}
