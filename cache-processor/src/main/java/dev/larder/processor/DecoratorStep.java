package dev.larder.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.generate.DecoratorGenerator;
import dev.larder.processor.generate.ReportGenerator;
import dev.larder.processor.generate.ValuesGenerator;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.AwaitedMembers;
import dev.larder.processor.read.ParameterNames;
import dev.larder.processor.read.ServiceReader;
import dev.larder.processor.read.Sources;
import dev.larder.processor.read.Unresolved;
import dev.larder.processor.validate.TypeRules;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
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
  private final Boundary boundary;
  private final AwaitedMembers awaited;
  private final Set<String> seen = new HashSet<>();

  DecoratorStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.sources = Sources.of(environment);
    this.names = new ParameterNames(sources::has);
    this.rules = TypeRules.of(environment);
    this.printer = new ProblemPrinter(environment);
    this.awaited = new AwaitedMembers(environment.getElementUtils());
    this.boundary = new Boundary(printer);
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
    if (awaitMembers(types)) {
      return types;
    }
    Set<TypeElement> later = new LinkedHashSet<>();
    types.forEach(type -> boundary.guard(type, () -> process(type, later)));
    return later;
  }

  /**
   * Whether Lombok is to be waited for: once, since nothing says when it has done, and by all types
   * together, since there is no round any more behind one with errors.
   */
  private boolean awaitMembers(Set<TypeElement> types) {
    Set<TypeElement> awaiting = new LinkedHashSet<>();
    for (TypeElement type : types) {
      if (seen.add(type.getQualifiedName().toString()) && AwaitedMembers.isPossible()) {
        boundary.guard(type, () -> addIfIncomplete(type, awaiting));
      }
    }
    return !awaiting.isEmpty();
  }

  private void addIfIncomplete(TypeElement type, Set<TypeElement> awaiting) {
    ServiceModel service = read(new Lookup(environment, type), new Problems());
    if (Unresolved.members(sources, awaited).isIn(service)) {
      awaiting.add(type);
    }
  }

  private ServiceModel read(Lookup lookup, Problems problems) {
    return new ServiceReader(lookup, names).read(problems);
  }

  /** Writes the decorator of a type, or adds the type to those that have to wait. */
  private void process(TypeElement type, Set<TypeElement> later) {
    Lookup lookup = new Lookup(environment, type);
    Problems problems = new Problems();
    ServiceModel service = read(lookup, problems);
    if (Unresolved.types(sources).isIn(service)) {
      later.add(type);
      return;
    }
    if (problems.allowSkeleton()) {
      rules.check(service, problems);
    }
    boolean isRight = printer.print(problems, type);
    if (problems.allowSkeleton() && service.uses().findAny().isPresent()) {
      write(isRight ? service : service.withoutUses(), lookup);
    }
  }

  private void write(ServiceModel service, Lookup lookup) {
    OutputFiles files = new OutputFiles(environment.getFiler(), service);
    files.writeSource(new DecoratorGenerator(lookup).generate(service));
    new ValuesGenerator(lookup).generate(service).ifPresent(files::writeValues);
    files.writeReport(ReportGenerator.generate(service));
  }
}
