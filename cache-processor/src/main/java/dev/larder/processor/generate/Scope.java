package dev.larder.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names in the body of one generated method. */
final class Scope {
  /** What a person would write where the usual name is a parameter's or a field's. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "key", "cacheKey",
          "hit", "cached",
          "k", "ignored",
          "found", "loaded",
          "result", "returned",
          "value", "held",
          "e", "thrown");

  private final List<String> parameters;
  private final Set<String> taken = new HashSet<>();
  private final NameAllocator names = new NameAllocator();

  Scope(Decorator decorator, List<String> parameters) {
    this.parameters = List.copyOf(parameters);
    parameters.forEach(this::take);
    take(Decorator.DELEGATE);
    decorator.caches().all().forEach(cache -> take(cache.field()));
  }

  /** A new local variable; one that is free is named as wished. */
  String local(String wish) {
    return take(taken.contains(wish) ? OTHERS.getOrDefault(wish, wish) : wish);
  }

  private String take(String wish) {
    String name = names.newName(wish);
    taken.add(name);
    return name;
  }

  /** A field, behind {@code this} where a parameter has its name. */
  CodeBlock field(String name) {
    return CodeBlock.of(parameters.contains(name) ? "this.$N" : "$N", name);
  }
}
