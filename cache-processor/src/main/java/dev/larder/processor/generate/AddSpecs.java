package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the class asks its cache manager for: a constant, or a method where it is generic. */
final class AddSpecs implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    for (CacheMember cache : decorator.caches().all()) {
      if (cache.isNamed()) {
        continue;
      }
      if (cache.isGeneric()) {
        type.addMethod(method(decorator, cache));
      } else {
        type.addField(constant(decorator, cache));
      }
    }
  }

  private static FieldSpec constant(Decorator decorator, CacheMember cache) {
    FieldSpec.Builder constant =
        FieldSpec.builder(
                cache.specType(),
                cache.constant(),
                Modifier.PRIVATE,
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer("\n$>$>$L$<$<", SpecCode.spec(decorator, cache));
    suppression(decorator, cache).ifPresent(constant::addAnnotation);
    return constant.build();
  }

  private static MethodSpec method(Decorator decorator, CacheMember cache) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(cache.constant())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(
                TypeNames.plain().declarations(decorator.service().element().getTypeParameters()))
            .returns(cache.specType())
            .addStatement("return $L", SpecCode.spec(decorator, cache));
    suppression(decorator, cache).ifPresent(method::addAnnotation);
    return method.build();
  }

  /** What naming the types of a cache raises. */
  static Optional<AnnotationSpec> suppression(Decorator decorator, CacheMember cache) {
    LintTokens.Gathered lints = decorator.lints().in(false);
    cache.value().ifPresent(value -> lints.type(value.type()));
    lints.token("rawtypes", !cache.isRaw());
    cache.key().ifPresent(key -> key.parts().forEach(part -> lints.type(part.model().type())));
    return lints.suppression();
  }
}
