package dev.larder.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Looks across the models of all generated classes. Aggregating: it reads nothing but those models.
 */
@AutoService(Processor.class)
public final class LarderModelProcessor extends AbstractProcessor {
  private static final String MODEL = "dev.larder.generated.CacheModel";

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(MODEL);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Claims the model, which is nobody else's: else {@code -Xlint:processing} warns. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // see above
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
