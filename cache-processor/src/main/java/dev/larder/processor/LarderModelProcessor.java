package dev.larder.processor;

import com.google.auto.service.AutoService;
import dev.larder.processor.diagnostic.ProblemPrinter;
import dev.larder.processor.validate.CompilationRules;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Looks across the models of all generated classes. Aggregating: it reads nothing but those models.
 */
@AutoService(Processor.class)
public final class LarderModelProcessor extends AbstractProcessor {
  private static final String MODEL = "dev.larder.generated.CacheModel";

  // By name: an element of one round is not to be used in another.
  private final Set<String> generated = new TreeSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(MODEL);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProblemPrinter.options();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Claims the model, which is nobody else's: else {@code -Xlint:processing} warns. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // see above
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(annotations.stream().flatMap(one -> annotated(one, round)).toList())
        .forEach(type -> generated.add(type.getQualifiedName().toString()));
    if (round.processingOver()) {
      List<TypeElement> types = types();
      CompilationRules.of(processingEnv).check(types);
      if (!round.errorRaised() && !types.isEmpty()) {
        new FactoryService(processingEnv).write(types);
      }
    }
    return true;
  }

  private static Stream<? extends Element> annotated(TypeElement model, RoundEnvironment round) {
    return round.getElementsAnnotatedWith(model).stream();
  }

  private List<TypeElement> types() {
    return generated.stream()
        .map(processingEnv.getElementUtils()::getTypeElement)
        .filter(Objects::nonNull)
        .toList();
  }
}
