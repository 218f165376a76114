package dev.larder.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.model.StoredModel;
import dev.larder.processor.model.ValueModel;
import dev.larder.processor.model.WrittenClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class that says how the values of a service's caches are written to bytes. */
public final class ValuesGenerator {
  private final Lookup lookup;

  public ValuesGenerator(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The source text of the class; empty, if no cache has values that can be written. */
  public Optional<String> generate(ServiceModel service) {
    Decorator decorator = new Decorator(service, lookup);
    List<CacheMember> caches =
        decorator.caches().all().stream()
            .filter(CacheMember::isStored)
            .collect(Collectors.toList());
    return caches.isEmpty() ? Optional.empty() : Optional.of(text(decorator, caches));
  }

  private static String text(Decorator decorator, List<CacheMember> caches) {
    TypeSpec.Builder type = TypeSpec.classBuilder(decorator.valuesName());
    addHeader(decorator, caches, type);
    List<StoredModel> models = caches.stream().map(ValuesGenerator::stored).toList();
    ValueConstants constants = new ValueConstants(decorator, models);
    constants.addTo(type);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    ModelCode code = new ModelCode(constants);
    caches.forEach(cache -> type.addMethod(code.method(cache, stored(cache))));
    constants.classes().forEach(one -> type.addType(new SerializerClass(constants, one).write()));
    type.avoidClashesWithNestedClasses(decorator.service().element());
    type.alwaysQualify(decorator.namesakes());
    JavaFile file =
        JavaFile.builder(decorator.service().packageName(), type.build())
            .skipJavaLangImports(true)
            .build();
    return Layout.of(file.toString());
  }

  private static StoredModel stored(CacheMember cache) {
    return cache.value().flatMap(ValueModel::stored).orElseThrow();
  }

  private static void addHeader(
      Decorator decorator, List<CacheMember> caches, TypeSpec.Builder type) {
    type.addJavadoc(
        "How the values of the caches of {@link $T} are written to bytes.",
        Erasure.of(decorator.service().type()));
    Signature.deprecation(decorator.service().element()).forEach(type::addAnnotation);
    suppression(decorator, caches).ifPresent(type::addAnnotation);
    decorator
        .marks()
        .generated()
        .map(
            mark ->
                AnnotationSpec.builder(mark).addMember("value", "$S", AddHeader.PROCESSOR).build())
        .ifPresent(type::addAnnotation);
    decorator.marks().nullUnmarked().ifPresent(type::addAnnotation);
    type.addModifiers(Modifier.FINAL);
  }

  /** What naming the types, and calling their members, raises. */
  private static Optional<AnnotationSpec> suppression(
      Decorator decorator, List<CacheMember> caches) {
    LintTokens.Gathered lints =
        decorator.lints().in(decorator.lints().isDeprecated(decorator.service().element()));
    for (CacheMember cache : caches) {
      StoredModel stored = stored(cache);
      lints.type(cache.value().orElseThrow().type());
      stored.reached().forEach(lints::type);
      for (WrittenClass one : stored.classes()) {
        one.used().forEach(lints::element);
        one.members().forEach(member -> lints.type(member.written().type()));
      }
    }
    return lints.suppression();
  }
}
