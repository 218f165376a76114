package dev.larder.processor.generated;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/**
 * Lombok adds its members to classes that other processors have already seen, or are yet to see.
 */
class LombokTest {
  private static final String USERS =
      """
      package com.acme;
      import dev.larder.annotation.*;
      @lombok.RequiredArgsConstructor
      class Users {
        private final int base;
        int calls;
        @Cached(name = "u", include = {"of.id", "of.open"}) int find(Of of) { return base + ++calls; }
        @CacheEvict(name = "u", include = {"of.id", "of.open"}) void save(Of of) {}
      }
      @lombok.Data
      class Of {
        private long id;
        private boolean isOpen;
        private static int made;
      }
      class Main {
        static String run(dev.larder.CacheManager caches) {
          Users users = new CachedUsers(caches, 10);
          Of of = new Of();
          of.setId(3);
          String first = users.find(of) + " " + users.find(of);
          users.save(of);
          return first + " " + users.find(of);
        }
      }
      """;

  @Test
  void gettersAndConstructorsThatLombokAddsBeforeUsAreUsed() throws Exception {
    assertThat(Build.of(USERS).with("-Xlint:-processing").with(lombok()).run())
        .isEqualTo("11 11 12");
  }

  @Test
  void gettersAndConstructorsThatLombokAddsBehindUsAreWaitedFor() throws Exception {
    assertThat(Build.of(USERS).behind(lombok()).run()).isEqualTo("11 11 12");
  }

  @Test
  void problemsOfTypesThatNeedNotWaitAreToldWithThoseThatDo() {
    Compilation compilation =
        Build.of(USERS)
            .and(
                """
                package com.acme;
                import dev.larder.annotation.*;
                interface Plain { @Cached void nothing(long id); }
                interface Other { @Cached(include = "of.idd") int find(Of of); }
                """)
            .behind(lombok())
            .compile();
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorContaining("[ResultVoid]");
    assertThat(compilation).hadErrorContaining("[KeyUnknownPath]");
    assertThat(compilation).hadErrorCount(2);
  }

  @Test
  void nameThatLombokDoesNotAddIsToldInTheEnd() {
    Compilation compilation =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                interface Users {
                  @CacheEvict(name = "u", include = "of.ide") void save(Of of);
                }
                class Of {
                  @lombok.Getter private long id;
                  @lombok.Getter(lombok.AccessLevel.NONE) private int secret;
                }
                """)
            .behind(lombok())
            .compile();
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[KeyUnknownPath]");
  }

  @Test
  void classThatLombokMakesImmutableIsSharedWithoutAWarning() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    interface Users { @Cached(name = "u") Of find(long id); }
                    @lombok.Value
                    class Of { long id; }
                    class Main {
                      static long run(dev.larder.CacheManager caches) {
                        return new CachedUsers(caches, id -> new Of(id)).find(4).getId();
                      }
                    }
                    """)
                .behind(lombok())
                .run())
        .isEqualTo(4L);
  }

  private static Processor lombok() {
    return ServiceLoader.load(Processor.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(processor -> processor.getClass().getName().startsWith("lombok."))
        .findFirst()
        .orElseThrow();
  }
}
