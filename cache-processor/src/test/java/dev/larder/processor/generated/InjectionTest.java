package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InjectionTest {
  private static final String MARKS =
      """
      package jakarta.inject;
      import java.lang.annotation.*;
      @Retention(RetentionPolicy.RUNTIME) public @interface Inject {}
      @Retention(RetentionPolicy.RUNTIME) public @interface Named { String value(); }
      """;

  @Test
  void decoratorAsksForTheUncachedDelegate() {
    assertThat(
            Build.of(MARKS)
                .and(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    public interface Users { @Cached(name = "u") int find(int id); }
                    """)
                .with("-Xlint:-processing")
                .load()
                .source("com.acme.CachedUsers"))
        .contains(
            "  @Inject\n"
                + "  public CachedUsers(CacheManager caches, @Named(\"uncached\") Users delegate) {");
  }

  @Test
  void onlyConstructorOfASubclassIsMarked() {
    Loaded loaded =
        Build.of(MARKS)
            .and(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import jakarta.inject.*;
                class One {
                  One(@Named("n") String name) {}
                  @Cached(name = "o") int find(int id) { return 1; }
                }
                class Two {
                  Two(int id) {}
                  @Inject Two() {}
                  @Cached(name = "t") int find(int id) { return 1; }
                }
                """)
            .with("-Xlint:-processing")
            .load();
    assertThat(loaded.source("com.acme.CachedOne"))
        .contains("  @Inject\n  CachedOne(CacheManager caches, @Named(\"n\") String name) {");
    assertThat(loaded.source("com.acme.CachedTwo"))
        .contains("  @Inject\n  CachedTwo(CacheManager caches) {")
        .contains("\n\n  CachedTwo(CacheManager caches, int id) {");
  }

  @Test
  void nothingIsMarkedWhereThereAreNoMarks() {
    assertThat(
            Build.of(
                    "package com.acme;",
                    "import dev.larder.annotation.*;",
                    "interface Users { @Cached(name = \"u\") int find(int id); }")
                .load()
                .source("com.acme.CachedUsers"))
        .doesNotContain("Inject")
        .doesNotContain("Named");
  }
}
