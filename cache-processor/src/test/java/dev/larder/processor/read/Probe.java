package dev.larder.processor.read;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Lets a test look at the type {@code test.Subject} from inside a compiler. */
final class Probe {
  private Probe() {}

  /** What {@code look} sees in the type of this body, beside which other types may stand. */
  static <T> T look(
      String body, String others, BiFunction<ProcessingEnvironment, TypeElement, T> look) {
    AtomicReference<T> seen = new AtomicReference<>();
    String source =
        "package test;\nimport java.util.*;\n" + others + "\ninterface Subject {" + body + "}\n";
    Compilation compilation =
        javac()
            .withProcessors(new Looking<>(look, seen))
            .compile(JavaFileObjects.forSourceString("test.Subject", source));
    assertThat(compilation.errors()).isEmpty();
    return seen.get();
  }

  /** Looks once. */
  private static final class Looking<T> extends AbstractProcessor {
    private final BiFunction<ProcessingEnvironment, TypeElement, T> look;
    private final AtomicReference<T> seen;

    Looking(BiFunction<ProcessingEnvironment, TypeElement, T> look, AtomicReference<T> seen) {
      this.look = look;
      this.seen = seen;
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
      if (!round.processingOver()) {
        TypeElement subject = processingEnv.getElementUtils().getTypeElement("test.Subject");
        seen.set(look.apply(processingEnv, subject));
      }
      return false;
    }
  }
}
