package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterfaceDecoratorTest {
  @Test
  void secondCallIsAnsweredFromTheCacheUntilItsKeyIsEvicted() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    interface Users {
                      record User(long userId, String name) {}
                      @Cached(name = "users", ttl = 300, include = "userId")
                      User find(long userId, String requestId);
                      @CacheEvict(name = "users", include = "user.userId")
                      void save(User user);
                    }
                    """)
                .and(
                    """
                    package com.acme;
                    import dev.larder.CacheManager;
                    class Main {
                      static String run(CacheManager caches) {
                        StringBuilder calls = new StringBuilder();
                        Users source = new Users() {
                          public User find(long id, String request) {
                            calls.append(request);
                            return new User(id, request);
                          }
                          public void save(User user) { calls.append('!'); }
                        };
                        Users users = new CachedUsers(caches, source);
                        users.find(1, "a"); users.find(1, "b"); users.find(2, "c");
                        users.save(new Users.User(1, ""));
                        users.save(null);
                        users.find(1, "d"); users.find(2, "e");
                        return calls.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("ac!!d");
  }

  @Test
  void defaultMethodsDelegateAndObjectMethodsAreTheDecoratorsOwn() throws Exception {
    assertThat(
            Build.of(
                    """
                    import dev.larder.annotation.*;
                    public interface Names extends java.util.Comparator<String> {
                      @Cached(name = "n") String name(int id);
                      default String twice(int id) { return name(id) + name(id); }
                      static String none() { return "none"; }
                      String toString();
                    }
                    """)
                .and(
                    """
                    import dev.larder.CacheManager;
                    class Main implements Names {
                      public String name(int id) { return "n" + id; }
                      public String twice(int id) { return "overridden"; }
                      public int compare(String a, String b) { return a.length() - b.length(); }
                      public String toString() { return "delegate"; }
                      static String run(CacheManager caches) {
                        Names names = new CachedNames(caches, new Main());
                        return names.twice(1) + names.compare("a", "bcd") + names.equals(new Main())
                            + names.toString().equals("delegate");
                      }
                    }
                    """)
                .with("-Alarder.SelfCall=off")
                .run())
        .isEqualTo("overridden-2falsefalse");
  }

  @Test
  void inheritedMethodsAreImplementedAndTheNearestDeclarationCounts() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.io.IOException;
                    interface Reading<K, V> {
                      V read(K key) throws IOException;
                      @Cached(name = "sizes", include = "id") int size(K key, int id);
                    }
                    interface Closing { void close() throws IOException; }
                    interface Quiet { void close(); }
                    @CacheDefaults(name = "docs", ttl = 60)
                    interface Docs extends Reading<String, String>, Closing, Quiet {
                      @Override @Cached String read(String id);
                      @Override int size(String key, int id);
                    }
                    class Main implements Docs {
                      int calls;
                      public String read(String id) { calls++; return id; }
                      public int size(String key, int id) { calls += 10; return id; }
                      public void close() { calls += 100; }
                      static int run(dev.larder.CacheManager caches) {
                        Main source = new Main();
                        Docs docs = new CachedDocs(caches, source);
                        docs.read("a"); docs.read("a");
                        docs.size("a", 1); docs.size("a", 1);
                        docs.close();
                        return source.calls;
                      }
                    }
                    """)
                .with("-Alarder.OpenValue=off")
                .run("com.acme.Main"))
        .isEqualTo(121);
  }

  @Test
  void typeWithDefaultsTakesOverTheAnnotationsItInherits() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    interface Base { @Cached String name(int id); }
                    @CacheDefaults(name = "names")
                    interface Names extends Base {}
                    class Main implements Names {
                      int calls;
                      public String name(int id) { return "" + calls++; }
                      static String run(dev.larder.CacheManager caches) {
                        Names names = new CachedNames(caches, new Main());
                        return names.name(1) + names.name(1) + caches.cache("names").get(1);
                      }
                    }
                    """)
                .run("com.acme.Main"))
        .isEqualTo("000");
  }

  @Test
  void nestedTypesAreDecoratedBesideTheirOuterOne() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Outer {
                      interface Cache { @Cached(name = "c") String name(int id); }
                      static String run(dev.larder.CacheManager caches) {
                        int[] calls = new int[1];
                        Cache cache = new CachedOuter_Cache(caches, id -> "" + calls[0]++);
                        return cache.name(1) + cache.name(1) + cache.name(2);
                      }
                    }
                    """)
                .run("com.acme.Outer"))
        .isEqualTo("001");
  }

  @Test
  void namesOfJavaAndOfTheRuntimeMayBeTheUsersOwn() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    interface Objects {
                      class CacheManager {}
                      record Long(int value) {}
                      @Cached(name = "a-b.c d") Long name(Override override, int Factory);
                    }
                    record Override(String value) {}
                    class Main {
                      static int run(dev.larder.CacheManager caches) {
                        int[] calls = new int[1];
                        Objects source = (o, f) -> new Objects.Long(calls[0]++);
                        Objects objects = new CachedObjects(caches, source);
                        objects.name(new Override("a"), 1);
                        objects.name(new Override("a"), 1);
                        objects.name(new Override("b"), 1);
                        return calls[0];
                      }
                    }
                    """)
                .run("com.acme.Main"))
        .isEqualTo(2);
  }

  @Test
  void factoryIsFoundByDecorate() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                interface Users<T> { @Cached(name = "users") String find(int id); }
                class Main {
                  @SuppressWarnings("unchecked")
                  static String run(dev.larder.CacheManager caches) {
                    int[] calls = new int[1];
                    Users<String> users = caches.decorate(Users.class, (Users<String>) id -> "" + calls[0]++);
                    return users.find(1) + users.find(1) + users.getClass().getSimpleName();
                  }
                }
                """)
            .load();
    assertThat(loaded.resource("META-INF/services/dev.larder.DecoratorFactory"))
        .isEqualTo("com.acme.CachedUsers$Factory\n");
    assertThat(loaded.run("com.acme.Main")).isEqualTo("00CachedUsers");
  }

  @Test
  void subtypesThatSayWhatTheirBaseLeavesOpenAreDecorated() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.util.*;
                interface Finder<T, I> {
                  @Cached T find(I id);
                  @CacheEvict default void drop(I id) {}
                }
                @CacheDefaults(name = "names")
                interface Names extends Finder<String, Long> {}
                @CacheDefaults(name = "colours")
                interface Colours extends Finder<Colours.Colour, UUID> {
                  enum Colour { RED }
                  @Cached(name = "count") int count();
                }
                class Main implements Names {
                  int calls;
                  public String find(Long id) { return "" + ++calls; }
                  static String run(dev.larder.CacheManager caches) {
                    Names names = caches.decorate(Names.class, new Main());
                    String twice = names.find(1L) + names.find(1L);
                    names.drop(1L);
                    return twice + names.find(1L);
                  }
                }
                """)
            .with("-Alarder.TypeBase=off")
            .load();
    assertThat(loaded.run("com.acme.Main")).isEqualTo("112");
    assertThat(loaded.texts().keySet())
        .anyMatch(name -> name.endsWith("CachedColours.java"))
        .noneMatch(name -> name.endsWith("CachedFinder.java"));
  }
}
