package dev.larder.processor;

import com.google.auto.service.AutoService;
import dev.larder.processor.diagnostic.ProblemPrinter;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Writes a decorator for each type whose methods carry Larder's annotations. Isolating: what it
 * writes for a type depends on that type alone.
 */
@AutoService(Processor.class)
public final class LarderProcessor extends AbstractProcessor {
  private final DeferringProcessor deferring = new DeferringProcessor();

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    deferring.init(environment);
    new ProblemPrinter(environment).printUnknownOptions();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> supported = new LinkedHashSet<>(deferring.getSupportedAnnotationTypes());
    supported.addAll(Annotations.CLAIMED);
    return supported;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return deferring.getSupportedOptions();
  }

  /** Claims the annotations, which are nobody else's: unclaimed ones raise a warning. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // they are nobody else's, see above
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    deferring.process(annotations, round);
    return true;
  }
}
