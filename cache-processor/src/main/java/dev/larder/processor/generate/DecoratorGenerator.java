package dev.larder.processor.generate;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.ServiceModel;
import java.util.List;

/** Writes the generated class of a service. */
public final class DecoratorGenerator {
  private static final List<Rule> RULES =
      List.of(
          new AddHeader(),
          new AddModel(),
          new AddPartTypes(),
          new AddSpecs(),
          new AddFields(),
          new AddConstructors(),
          new AddMethods(),
          new AddUnwrapping(),
          new AddRethrowing(),
          new AddKeys(),
          new AddFactory());

  private final Lookup lookup;

  public DecoratorGenerator(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The source text of the class. */
  public String generate(ServiceModel service) {
    Decorator decorator = new Decorator(service, lookup);
    TypeSpec.Builder type = TypeSpec.classBuilder(decorator.name());
    RULES.forEach(rule -> rule.apply(decorator, type));
    type.avoidClashesWithNestedClasses(service.element());
    type.alwaysQualify(decorator.namesakes());
    JavaFile file =
        JavaFile.builder(service.packageName(), type.build()).skipJavaLangImports(true).build();
    return Layout.of(file.toString());
  }
}
