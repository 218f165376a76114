package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The local variables of generated methods, named as a colleague would. */
class LocalsTest {
  @Test
  void namesThatParametersHaveAreLeftToThem() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.io.IOException;
                import java.sql.SQLException;
                import java.util.Optional;
                class Main {
                  int calls;
                  @Cached(name = "n") int find(int key, int hit, int k, int found, int e)
                      throws IOException, SQLException {
                    return ++calls;
                  }
                  @CacheEvict(name = "o", include = "value")
                  Optional<String> save(String result, String value) { return Optional.of(result); }
                  @Cached(name = "o") String read(String name) { return "" + ++calls; }
                  static String run(dev.larder.CacheManager caches) throws Exception {
                    Main main = new CachedMain(caches);
                    String twice = "" + main.find(1, 2, 3, 4, 5) + main.find(1, 2, 3, 4, 5);
                    main.read("a");
                    main.save("a", "b");
                    return twice + main.read("a");
                  }
                }
                """)
            .load();
    assertThat(loaded.run("com.acme.Main")).isEqualTo("112");
    assertThat(loaded.source("com.acme.CachedMain"))
        .contains(
            "Integer cached = n.localHit(cacheKey);", "n.get(cacheKey, ignored -> super.find(")
        .contains("return loaded == null ?", "catch (Exception thrown)", "String> returned =")
        .doesNotContainPattern("\\b[a-z]+_\\b");
  }

  @Test
  void keyWithoutPartsIsTheOneThatTheRuntimeHas() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                class Main {
                  int calls;
                  record Nothing() {}
                  @Cached(name = "count") int count() { return ++calls; }
                  @Cached(name = "nothing") int nothing(Nothing nothing) { return ++calls; }
                  @CacheEvict(name = "count") void drop() {}
                  static String run(dev.larder.CacheManager caches) {
                    Main main = new CachedMain(caches);
                    String twice = "" + main.count() + main.count();
                    main.drop();
                    return twice + main.count() + main.nothing(new Nothing()) + main.nothing(null);
                  }
                }
                """)
            .load();
    assertThat(loaded.run("com.acme.Main")).isEqualTo("11233");
    assertThat(loaded.source("com.acme.CachedMain"))
        .contains("count.localHit(CompositeKey.none())", "evict(CompositeKey.none())")
        .doesNotContain("extends CompositeKey");
  }

  @Test
  void keyOfStackedCachesIsMadeOnce() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                class Main {
                  int calls;
                  @Cached(using = "near", name = "n") @Cached(using = "far", name = "n")
                  String find(int id, String region) { return "" + ++calls; }
                  @CacheEvict(name = "n") void drop(int id, String region) {}
                  static String run(dev.larder.CacheManager unused) {
                    try (dev.larder.CacheManager caches = dev.larder.CacheManager.builder()
                        .chain("near", chain -> chain.local(local -> {}))
                        .chain("far", chain -> chain.local(local -> {})).build()) {
                      Main main = new CachedMain(caches);
                      String twice = main.find(1, "a") + main.find(1, "a");
                      main.drop(1, "a");
                      return twice + main.find(1, "a");
                    }
                  }
                }
                """)
            .load();
    assertThat(loaded.run("com.acme.Main")).isEqualTo("112");
    assertThat(loaded.source("com.acme.CachedMain"))
        .contains(
            """
                super.drop(id, region);
                IntStringKey key = new IntStringKey(id, region);
                farN.failSafe().evict(key);
                nearN.failSafe().evict(key);
            """);
  }
}
