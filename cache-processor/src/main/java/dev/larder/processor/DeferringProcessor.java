package dev.larder.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import dev.larder.processor.diagnostic.ProblemPrinter;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Waits with each type until all that it mentions has been generated. */
final class DeferringProcessor extends BasicAnnotationProcessor {
  @Override
  protected Iterable<? extends Step> steps() {
    return List.of(new DecoratorStep(processingEnv));
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProblemPrinter.options();
  }
}
