package dev.larder.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.generate.DecoratorGenerator;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.Lookup;
import dev.larder.processor.read.ParameterNames;
import dev.larder.processor.read.ServiceReader;
import dev.larder.processor.read.Sources;
import dev.larder.processor.validate.TypeRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads, validates and writes each type that carries an annotation. */
final class DecoratorStep implements Step {
  private final ProcessingEnvironment environment;
  private final ParameterNames names;
  private final TypeRules rules;
  private final ProblemPrinter printer;

  DecoratorStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.names = new ParameterNames(Sources.of(environment)::has);
    this.rules = TypeRules.of(environment);
    this.printer = new ProblemPrinter(environment);
  }

  @Override
  public Set<String> annotations() {
    return Annotations.ALL;
  }

  @Override
  public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elements) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (Element element : elements.values()) {
      types.add(
          MoreElements.isType(element)
              ? MoreElements.asType(element)
              : MoreElements.asType(element.getEnclosingElement()));
    }
    types.forEach(this::process);
    return Set.of();
  }

  private void process(TypeElement type) {
    Lookup lookup = new Lookup(environment, type);
    Problems problems = new Problems();
    ServiceModel service = new ServiceReader(lookup, names).read(problems);
    rules.check(service, problems);
    printer.print(problems, type);
    if (!problems.allowSkeleton()) {
      return;
    }
    ServiceModel sound = problems.hasErrors() ? service.withoutUses() : service;
    write(sound, new DecoratorGenerator(lookup).generate(sound));
  }

  private void write(ServiceModel service, String source) {
    String name =
        service.packageName().isEmpty()
            ? service.generatedName()
            : service.packageName() + "." + service.generatedName();
    try (Writer out =
        environment.getFiler().createSourceFile(name, service.element()).openWriter()) {
      out.write(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
