package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.KeyModel;
import dev.larder.processor.model.SettingsModel;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the class asks its cache manager for: a constant, or a method where it is generic. */
final class AddSpecs implements Rule {
  @Override
  public void apply(Decorator decorator, TypeSpec.Builder type) {
    for (CacheMember cache : decorator.caches().all()) {
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
            .initializer("$L", spec(decorator, cache));
    suppression(decorator, cache).ifPresent(constant::addAnnotation);
    return constant.build();
  }

  private static MethodSpec method(Decorator decorator, CacheMember cache) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(cache.constant())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(
                TypeNames.plain()
                    .declarations(decorator.service().element().getTypeParameters()))
            .returns(cache.specType())
            .addStatement("return $L", spec(decorator, cache));
    suppression(decorator, cache).ifPresent(method::addAnnotation);
    return method.build();
  }

  /** What naming the types of a cache raises. */
  static Optional<AnnotationSpec> suppression(Decorator decorator, CacheMember cache) {
    LintTokens.Gathered lints = decorator.lints().in(false);
    cache.value().ifPresent(value -> lints.type(value.type()));
    lints.token("rawtypes", !cache.isRaw());
    cache
        .key()
        .ifPresent(key -> key.parts().forEach(part -> lints.type(part.model().type())));
    return lints.suppression();
  }

  private static CodeBlock spec(Decorator decorator, CacheMember cache) {
    CodeBlock.Builder spec = CodeBlock.builder();
    String cacheName = cache.id().name();
    cache
        .id()
        .chain()
        .ifPresentOrElse(
            chain -> spec.add("$T.of($S,$W$S", RuntimeNames.CACHE_SPEC, chain, cacheName),
            () -> spec.add("$T.named($S", RuntimeNames.CACHE_SPEC, cacheName));
    cache.key().ifPresent(key -> spec.add(",$W$L", shape(decorator, key)));
    cache.value().filter(value -> cache.key().isPresent()).ifPresent(
        value ->
            spec.add(
                ",$W$T.<$T>of($S,$W$L,$W$L)",
                RuntimeNames.VALUE_TYPE,
                cache.valueType(),
                value.name(),
                Fingerprints.literal(value.fingerprint()),
                value.isImmutable()));
    spec.add(")");
    cache.settings().ifPresent(settings -> spec.add(settings(settings)));
    return cache.isStacked() ? spec.add("\n.stacked()").build() : spec.build();
  }

  private static CodeBlock shape(Decorator decorator, KeyModel key) {
    CodeBlock parts =
        Slot.of(key).stream()
            .map(slot -> decorator.parts().of(slot.part()))
            .collect(CodeBlock.joining(",$W"));
    String factory = key.isOwnKey() ? "single" : "composite";
    return CodeBlock.of("$T.$L($L)", RuntimeNames.KEY_SHAPE, factory, parts);
  }

  private static CodeBlock settings(SettingsModel settings) {
    CodeBlock.Builder code = CodeBlock.builder();
    add(code, "ttl", settings.ttl());
    add(code, "localTtl", settings.localTtl());
    add(code, "nullTtl", settings.nullTtl());
    settings.jitter().ifPresent(share -> code.add("\n.jitter($L)", share));
    return code.build();
  }

  private static void add(CodeBlock.Builder code, String name, Optional<Long> seconds) {
    seconds.ifPresent(
        value -> code.add("\n.$L($T.ofSeconds($L))", name, Duration.class, literal(value)));
  }

  private static String literal(long seconds) {
    return seconds > Integer.MAX_VALUE ? seconds + "L" : Long.toString(seconds);
  }
}
