package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import org.junit.jupiter.api.Test;

class SubclassDecoratorTest {
  @Test
  void callsOfTheClassToItselfAreCachedToo() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Prices {
                      int calls;
                      @Cached(name = "prices") protected long price(String sku) { return ++calls; }
                      long total() { return price("a") + price("a"); }
                      @CacheEvict(name = "prices") void forget(String sku) { calls += 10; }
                      static long run(dev.larder.CacheManager caches) {
                        Prices prices = new CachedPrices(caches);
                        long total = prices.total();
                        prices.forget("a");
                        return 100 * total + prices.price("a");
                      }
                    }
                    """)
                .run("com.acme.Prices"))
        .isEqualTo(212L);
  }

  @Test
  void constructorOfTheClassCallsPastTheCache() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Early {
                      int calls;
                      int first;
                      Early() { first = find(7); clear(); }
                      @Cached(name = "early") int find(int id) { return ++calls; }
                      @CacheEvict(name = "early", allEntries = true) void clear() {}
                      static int run(dev.larder.CacheManager caches) {
                        Early early = new CachedEarly(caches);
                        return 100 * early.first + 10 * early.find(7) + early.find(7);
                      }
                    }
                    """)
                .run("com.acme.Early"))
        .isEqualTo(122);
  }

  @Test
  void objectThatWasReadBackAsksPastTheCache() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.io.*;
                    class Kept implements Serializable {
                      private static final long serialVersionUID = 1;
                      int calls;
                      @Cached(name = "kept") int find(int id) { return ++calls; }
                      static int run(dev.larder.CacheManager caches) throws Exception {
                        Kept kept = new CachedKept(caches);
                        int twice = 10 * kept.find(7) + kept.find(7);
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                          out.writeObject(kept);
                        }
                        try (ObjectInputStream in = new ObjectInputStream(
                            new ByteArrayInputStream(bytes.toByteArray())) {
                              @Override protected Class<?> resolveClass(ObjectStreamClass type)
                                  throws ClassNotFoundException {
                                return Class.forName(type.getName(), true, Kept.class.getClassLoader());
                              }
                            }) {
                          Kept read = (Kept) in.readObject();
                          return 100 * twice + 10 * read.find(7) + read.find(7);
                        }
                      }
                    }
                    """)
                .run("com.acme.Kept"))
        .isEqualTo(1123);
  }

  @Test
  void callersOfASafeVarargsConstructorAreNotWarned() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.util.*;
                    class Lists {
                      final int length;
                      @SafeVarargs Lists(List<String>... lists) { length = lists.length; }
                      @Cached(name = "lists") int length(int id) { return length; }
                      static int run(dev.larder.CacheManager caches) {
                        return new CachedLists(caches, List.of("a"), List.of("b")).length(1);
                      }
                    }
                    """)
                .run("com.acme.Lists"))
        .isEqualTo(2);
  }

  @Test
  void eachConstructorIsRepeatedWithItsAnnotationsAndExceptions() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.io.IOException;
                import java.lang.annotation.*;
                public class Files {
                  @Retention(RetentionPolicy.RUNTIME) public @interface Root { String value(); }
                  @Retention(RetentionPolicy.RUNTIME) public @interface Inject {}
                  final String root;
                  @Inject public Files(@Root("r") String caches, int... delegate) throws IOException {
                    root = caches + delegate.length;
                  }
                  protected <T extends Number> Files(T count) { root = "" + count; }
                  private Files() { root = ""; }
                  @Cached(name = "files") public String read(String path) { return root + path; }
                  static String run(dev.larder.CacheManager caches) throws Exception {
                    return new CachedFiles(caches, "a", 1, 2).read("/x") + new CachedFiles(caches, 3).root;
                  }
                }
                """)
            .with("-Xlint:-processing")
            .load();
    assertThat(loaded.run("com.acme.Files")).isEqualTo("a2/x3");
    assertThat(loaded.source("com.acme.CachedFiles"))
        .contains(
            "  @Files.Inject\n  public CachedFiles(CacheManager cacheManager, @Files.Root(\"r\") String caches,"
                + " int... delegate)\n      throws IOException {")
        .contains("protected <T extends Number> CachedFiles(CacheManager caches, T count) {")
        .doesNotContain("super()");
  }

  @Test
  void synchronizedAndNativeMethodsAreOverriddenWithoutThat() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                class Old {
                  @Cached(name = "a") synchronized String lock(int id) {
                    return "" + Thread.holdsLock(this);
                  }
                  @Cached(name = "b") native String read(int id);
                  static String run(dev.larder.CacheManager caches) {
                    return new CachedOld(caches).lock(1);
                  }
                }
                """)
            .load();
    assertThat(loaded.run("com.acme.Old")).isEqualTo("true");
    assertThat(loaded.source("com.acme.CachedOld"))
        .doesNotContain("synchronized")
        .doesNotContain("native");
  }

  @Test
  void bridgeMethodsOfAGenericSuperclassLeadToTheCachedMethod() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    abstract class Base<K> {
                      abstract String find(K key);
                    }
                    class Names extends Base<String> {
                      int calls;
                      @Override @Cached(name = "names") String find(String key) { return key + ++calls; }
                      static String run(dev.larder.CacheManager caches) {
                        Base<String> names = new CachedNames(caches);
                        return names.find("a") + names.find("a");
                      }
                    }
                    """)
                .run("com.acme.Names"))
        .isEqualTo("a1a1");
  }

  @Test
  void inheritedMethodsOfClassesAndInterfacesAreDecorated() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    interface Reading { @Cached default int one(int id) { return ++Names.calls; } }
                    class Base { @Cached int two(int id) { return ++Names.calls; } }
                    @CacheDefaults(ttl = 5)
                    class Names extends Base implements Reading {
                      static int calls;
                      static int run(dev.larder.CacheManager caches) {
                        Names names = new CachedNames(caches);
                        names.one(1); names.one(1); names.two(1); names.two(1);
                        return calls;
                      }
                    }
                    """)
                .run("com.acme.Names"))
        .isEqualTo(2);
  }

  @Test
  void genericClassKeepsItsVariables() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Box<T extends Comparable<T>> {
                      private final T value;
                      Box(T value) { this.value = value; }
                      @Cached(name = "box") T get(int id) { return value; }
                      static String run(dev.larder.CacheManager caches) {
                        Box<String> box = new CachedBox<>(caches, "a");
                        return box.get(1) + box.get(1);
                      }
                    }
                    """)
                .with("-Alarder.OpenValue=off", "-Alarder.MutableValue=off")
                .run("com.acme.Box"))
        .isEqualTo("aa");
  }

  @Test
  void decorateNamesTheConstructorToCall() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                class Names {
                  @Cached(name = "n") String name(int id) { return ""; }
                  static Object run(dev.larder.CacheManager caches) {
                    return caches.decorate(Names.class, new Names());
                  }
                }
                """)
            .load();
    assertThatThrownBy(() -> loaded.run("com.acme.Names"))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("com.acme.Names")
        .hasMessageContaining("CachedNames");
  }
}
