package dev.larder.processor.generate;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.larder.processor.model.Lookup;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations that generated code carries where the user's module can see them. */
record Marks(
    Optional<ClassName> generated,
    Optional<ClassName> inject,
    Optional<ClassName> named,
    Optional<ClassName> nullUnmarked) {

  private static final String NULLNESS = "org.jspecify.annotations.";

  /** Those that a type can see. */
  static Marks seenFrom(Lookup lookup) {
    return new Marks(
        find(lookup, "javax.annotation.processing.Generated"),
        find(lookup, "jakarta.inject.Inject"),
        find(lookup, "jakarta.inject.Named"),
        find(lookup, NULLNESS + "NullUnmarked").filter(mark -> isNullMarked(lookup)));
  }

  /** Whether somebody around the type promises that all is said about null: we do not. */
  private static boolean isNullMarked(Lookup lookup) {
    return around(lookup)
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .map(mirror -> MoreTypes.asTypeElement(mirror.getAnnotationType()))
        .anyMatch(mark -> mark.getQualifiedName().contentEquals(NULLNESS + "NullMarked"));
  }

  /** The type, the types around it, its package and its module. */
  private static Stream<Element> around(Lookup lookup) {
    Stream.Builder<Element> around = Stream.builder();
    for (Element at = lookup.from(); at instanceof TypeElement; at = at.getEnclosingElement()) {
      around.add(at);
    }
    around.add(MoreElements.getPackage(lookup.from()));
    Stream<Element> module =
        Stream.ofNullable(lookup.elements().getModuleOf(lookup.from())).map(Element.class::cast);
    return Stream.concat(around.build(), module);
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
