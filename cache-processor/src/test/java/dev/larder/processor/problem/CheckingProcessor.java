package dev.larder.processor.problem;

import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.ServiceModel;
import dev.larder.processor.read.Lookup;
import dev.larder.processor.read.ParameterNames;
import dev.larder.processor.read.ServiceReader;
import dev.larder.processor.read.Sources;
import dev.larder.processor.validate.TypeRules;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads and checks every type, and writes nothing. */
final class CheckingProcessor extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProblemPrinter.options();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::check);
    return false;
  }

  private void check(TypeElement type) {
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
    if (!isService(type)) {
      return;
    }
    Problems problems = new Problems();
    ParameterNames names = new ParameterNames(Sources.of(processingEnv)::has);
    ServiceModel model = new ServiceReader(new Lookup(processingEnv, type), names).read(problems);
    TypeRules.of(processingEnv).check(model, problems);
    new ProblemPrinter(processingEnv).print(problems, type);
  }

  private static boolean isService(TypeElement type) {
    return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .anyMatch(mirror -> mirror.toString().contains("dev.larder.annotation.Cache"));
  }
}
