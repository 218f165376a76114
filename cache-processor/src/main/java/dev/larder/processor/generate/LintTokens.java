package dev.larder.processor.generate;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * Says which warnings of javac a piece of generated code would raise, so that it suppresses those.
 */
final class LintTokens {
  private final Elements elements;
  private final boolean deprecatedAround;
  private final boolean removalAround;

  LintTokens(Elements elements, TypeElement service) {
    this.elements = elements;
    this.deprecatedAround = elements.isDeprecated(service);
    this.removalAround = isForRemoval(service);
  }

  /** Gathers the tokens of one piece of code. */
  final class Gathered {
    private final Set<String> tokens = new TreeSet<>();
    private final boolean inDeprecated;

    private Gathered(boolean inDeprecated) {
      this.inDeprecated = inDeprecated;
    }

    /** Adds what naming a type raises. */
    Gathered type(TypeMirror type) {
      if (type instanceof ArrayType array) {
        return type(array.getComponentType());
      }
      if (type instanceof WildcardType wildcard) {
        Bounds.of(wildcard).forEach(this::type);
        return this;
      }
      // javac's intersections are declared types too, so the kind is asked first
      if (type instanceof IntersectionType several) {
        several.getBounds().forEach(this::type);
      } else if (type instanceof DeclaredType declared) {
        declared(declared);
      }
      return this;
    }

    private void declared(DeclaredType type) {
      TypeElement element = MoreTypes.asTypeElement(type);
      element(element);
      if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
        tokens.add("rawtypes");
      }
      type.getTypeArguments().forEach(this::type);
    }

    /** Adds what calling or naming an element raises. */
    Gathered element(Element element) {
      if (isForRemoval(element)) {
        token("removal", removalAround);
      } else if (elements.isDeprecated(element)) {
        token("deprecation", inDeprecated || deprecatedAround);
      }
      return this;
    }

    /** Adds a token. */
    Gathered token(String token, boolean isSilent) {
      if (!isSilent) {
        tokens.add(token);
      }
      return this;
    }

    /** The suppression, if one is needed. */
    Optional<AnnotationSpec> suppression() {
      if (tokens.isEmpty()) {
        return Optional.empty();
      }
      CodeBlock value =
          tokens.stream().map(token -> CodeBlock.of("$S", token)).collect(CodeBlock.joining(", "));
      return Optional.of(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", tokens.size() == 1 ? "$L" : "{$L}", value)
              .build());
    }

    @Override
    public String toString() {
      return tokens.stream().collect(Collectors.joining(", "));
    }
  }

  /** For code inside of a deprecated element, or not. */
  Gathered in(boolean deprecated) {
    return new Gathered(deprecated);
  }

  /** Whether an element is deprecated. */
  boolean isDeprecated(Element element) {
    return elements.isDeprecated(element);
  }

  /** Whether an element is announced to go. */
  static boolean isForRemoval(Element element) {
    Optional<AnnotationMirror> mirror =
        MoreElements.getAnnotationMirror(element, Deprecated.class).toJavaUtil();
    return mirror
        .map(found -> AnnotationMirrors.getAnnotationValue(found, "forRemoval").getValue())
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }
}
