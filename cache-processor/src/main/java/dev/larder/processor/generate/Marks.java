package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.larder.processor.model.Lookup;
import java.util.Optional;

/** The annotations that generated code carries where the user's module can see them. */
record Marks(Optional<ClassName> generated, Optional<ClassName> inject, Optional<ClassName> named) {

  /** Those that a type can see. */
  static Marks seenFrom(Lookup lookup) {
    return new Marks(
        find(lookup, "javax.annotation.processing.Generated"),
        find(lookup, "jakarta.inject.Inject"),
        find(lookup, "jakarta.inject.Named"));
  }

  private static Optional<ClassName> find(Lookup lookup, String name) {
    return lookup.find(name).map(ClassName::get);
  }

  /** {@code @Named("uncached")}, so that no container injects a decorator into itself. */
  Optional<AnnotationSpec> uncached() {
    return named.map(
        name -> AnnotationSpec.builder(name).addMember("value", "$S", "uncached").build());
  }
}
