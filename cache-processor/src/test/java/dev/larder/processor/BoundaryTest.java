package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.larder.processor.diagnostic.ProblemPrinter;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What happens to failures of the processor's own. */
class BoundaryTest {
  @Test
  void anExceptionIsToldAsAProblemOfTheType() {
    assertThat(told(() -> fail(new IllegalStateException("odd"))))
        .startsWith(
            "[InternalFailure] The processor failed on Users: java.lang.IllegalStateException: odd")
        .contains("at dev.larder.processor.BoundaryTest.");
  }

  @Test
  void soIsAnEndlessRecursion() {
    assertThat(told(BoundaryTest::recurse))
        .startsWith(
            "[InternalFailure] The processor failed on Users: java.lang.StackOverflowError");
  }

  @Test
  void soIsAClassThatIsMissing() {
    assertThat(told(() -> fail(new NoClassDefFoundError("javax/annotation/Odd"))))
        .startsWith(
            "[InternalFailure] The processor failed on Users: java.lang.NoClassDefFoundError");
  }

  @Test
  void aMachineThatFailsIsLeftToJavac() {
    OutOfMemoryError failure = new OutOfMemoryError("no heap");
    assertThatThrownBy(() -> told(() -> fail(failure))).hasRootCause(failure);
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @SuppressWarnings("InfiniteRecursion") // that is the point
  private static void recurse() {
    recurse();
  }

  /** The one error that javac is told when the work on a type does this. */
  private static String told(Runnable work) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new Guarded(work))
            .compile(JavaFileObjects.forSourceString("Users", "interface Users {}"));
    assertThat(compilation.errors()).hasSize(1);
    return compilation.errors().get(0).getMessage(Locale.ROOT);
  }

  /** Does some work on each type behind the boundary. */
  private static final class Guarded extends AbstractProcessor {
    private final Runnable work;

    Guarded(Runnable work) {
      this.work = work;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      Boundary boundary = new Boundary(new ProblemPrinter(processingEnv));
      round.getRootElements().forEach(type -> boundary.guard((TypeElement) type, work));
      return false;
    }
  }
}
