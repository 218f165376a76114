package dev.larder.processor;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problem;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.generate.DecoratorGenerator;
import dev.larder.processor.generate.ReportGenerator;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.Lookup;
import dev.larder.processor.read.ParameterNames;
import dev.larder.processor.read.ServiceReader;
import dev.larder.processor.read.Sources;
import dev.larder.processor.read.Unresolved;
import dev.larder.processor.validate.TypeRules;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads, validates and writes each type that carries an annotation. */
final class DecoratorStep implements Step {
  private final ProcessingEnvironment environment;
  private final Sources sources;
  private final ParameterNames names;
  private final TypeRules rules;
  private final ProblemPrinter printer;

  DecoratorStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.sources = Sources.of(environment);
    this.names = new ParameterNames(sources::has);
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
    return types.stream().filter(type -> !guarded(type)).collect(toSet());
  }

  /** Whether the type is done with; no exception of ours reaches javac. */
  private boolean guarded(TypeElement type) {
    try {
      return process(type);
    } catch (RuntimeException e) {
      Problems problems = new Problems();
      problems.add(Problem.INTERNAL_FAILURE, Place.of(type), type, story(e));
      printer.print(problems, type);
      return true;
    }
  }

  /** The exception and where it came from, as far as that is ours to know. */
  private static String story(RuntimeException e) {
    return Stream.of(e.getStackTrace())
        .limit(8)
        .map(frame -> "\n    at " + frame)
        .collect(joining("", e.toString(), "\n"));
  }

  private boolean process(TypeElement type) {
    Lookup lookup = new Lookup(environment, type);
    Problems problems = new Problems();
    ServiceModel service = new ServiceReader(lookup, names).read(problems);
    if (new Unresolved(sources).isIn(service)) {
      return false;
    }
    rules.check(service, problems);
    printer.print(problems, type);
    if (problems.allowSkeleton()) {
      write(problems.hasErrors() ? service.withoutUses() : service, lookup);
    }
    return true;
  }

  private void write(ServiceModel service, Lookup lookup) {
    OutputFiles files = new OutputFiles(environment.getFiler(), service);
    files.writeSource(new DecoratorGenerator(lookup).generate(service));
    files.writeReport(ReportGenerator.generate(service));
  }
}
