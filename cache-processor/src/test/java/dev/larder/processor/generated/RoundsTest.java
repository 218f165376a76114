package dev.larder.processor.generated;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final String USERS =
      """
      package com.acme;
      import dev.larder.annotation.*;
      public interface Users {
        @Cached(name = "users", include = {"id", "tags"}) String find(int id, java.util.List<String> tags);
        @CacheEvict(name = "users", include = {"id", "tags"}) void forget(int id, java.util.List<String> tags);
      }
      """;

  /** Writes one class in the second round. */
  private static final class LateProcessor extends AbstractProcessor {
    private final String name;
    private final String source;
    private int round;

    LateProcessor(String name, String source) {
      this.name = name;
      this.source = source;
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
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      if (round++ != 0) {
        return false;
      }
      try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        out.write(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return false;
    }
  }

  @Test
  void typesThatAnotherProcessorWritesLaterAreWaitedFor() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Main implements Base {
                      record Holder(Address address) {}
                      int calls;
                      @Cached(name = "a", include = "holder.address.city") int find(Holder holder) { return ++calls; }
                      static int run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        return main.find(new Holder(new Address("c"))) + main.find(new Holder(new Address("c")));
                      }
                    }
                    interface Base { default Address none() { return null; } }
                    """)
                .with(
                    new LateProcessor(
                        "com.acme.Address", "package com.acme; record Address(String city) {}"))
                .run())
        .isEqualTo(2);
  }

  @Test
  void annotatedTypesThatAnotherProcessorWritesAreDecorated() {
    Compilation compilation =
        Build.of(
                "package com.acme;",
                "class Main { Object users = new CachedUsers(null, (a) -> 1); }")
            .with(
                new LateProcessor(
                    "com.acme.Users",
                    "package com.acme; interface Users {"
                        + " @dev.larder.annotation.Cached(name = \"u\") int find(int id); }"))
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void sameSourcesGiveTheSameBytes() {
    assertThat(outputs(Build.of(USERS).load())).isEqualTo(outputs(Build.of(USERS).load()));
  }

  private static Map<String, String> outputs(Loaded loaded) {
    return loaded.texts();
  }

  @Test
  void problemsLeaveASkeletonSoThatNothingElseIsReported() {
    Compilation compilation =
        Build.of(USERS.replace("{\"id\", \"tags\"}) String", "\"ide\") String"))
            .and(
                "package com.acme;",
                "class Main { Users of(Users users) { return new CachedUsers(null, users); } }")
            .compile();
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[KeyUnknownParameter]");
  }

  @Test
  void reportSaysWhatReadsAndEvicts() {
    assertThat(Build.of(USERS).load().resource("META-INF/larder/com.acme.Users.json"))
        .contains("\"generated\": \"com.acme.CachedUsers\"")
        .contains("\"readBy\": [\n        \"find(int,java.util.List)\"\n      ]")
        .contains("\"evictedBy\": [\n        \"forget(int,java.util.List)\"\n      ]");
  }

  @Test
  void sourcesOfJava17AreCompiledToo() {
    assertThat(Build.of(USERS).with("--release", "17").compile()).succeededWithoutWarnings();
  }

  /** A processor that knows an older Java only is warned of: "supported source version". */
  @Test
  void sourcesOfTheNewestJavaAreCompiledToo() {
    String newest = Runtime.version().feature() >= 25 ? "25" : "17";
    assertThat(Build.of(USERS).with("-source", newest, "-Xlint:-options").compile())
        .succeededWithoutWarnings();
    assertThat(Build.of(USERS).with("--release", newest).compile()).succeededWithoutWarnings();
  }

  @Test
  void exceptionOfOursIsAProblemAtTheTypeAndNeverReachesJavac() {
    Compilation compilation =
        Build.of(USERS).with(new SquattingProcessor()).with("-Xlint:-processing").compile();
    assertThat(compilation).failed();
    assertThat(compilation)
        .hadErrorContaining("[InternalFailure] The processor failed on com.acme.CachedUsers");
  }

  /** Makes the file that the factories are to be registered in. */
  private static final class SquattingProcessor extends AbstractProcessor {
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
      if (annotations.stream().noneMatch(one -> one.getSimpleName().contentEquals("Cached"))) {
        return false;
      }
      try {
        String file = "META-INF/services/dev.larder.DecoratorFactory";
        processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return false;
    }
  }

  @Test
  void typeWithNothingToDecorateIsLeftAlone() {
    Compilation compilation =
        Build.of(
                "package com.acme;",
                "@dev.larder.annotation.CacheDefaults(name = \"n\")",
                "final class Nothing {}")
            .with("-Alarder.DefaultsUnused=off")
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.generatedSourceFiles()).isEmpty();
  }
}
