package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteTest {
  private static final String HEAD =
      """
      package com.acme;
      import dev.larder.*;
      import dev.larder.annotation.*;
      import java.util.*;
      """;

  @Test
  void putsTakeTheResultOrAParameterAndTheirKeyMayStartAtTheResult() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    class Main {
                      record User(long id, String name) {}
                      @Cached(name = "users") User find(long id) { return null; }
                      @CachePut(name = "users", include = "result.id") User create(String name) { return new User(1, name); }
                      @CachePut(name = "users", include = "user.id", value = "user") void save(User user) {}
                      @CachePut(name = "users", value = "user") boolean put(long id, User user) { return true; }
                      @CachePut(name = "users", include = "result.id") Optional<User> maybe(String name) {
                        return Optional.of(new User(4, name));
                      }
                      static String run(CacheManager caches) {
                        Main main = new CachedMain(caches);
                        main.create("a");
                        main.save(new User(2, "b"));
                        main.put(3, new User(3, "c"));
                        main.maybe("d");
                        return main.find(1).name() + main.find(2).name() + main.find(3).name() + main.find(4).name();
                      }
                    }
                    """)
                .run())
        .isEqualTo("abcd");
  }

  @Test
  void methodThatThrowsWritesNothingButWhatItEvictsBefore() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    class Main {
                      int calls;
                      @Cached(name = "a") int a(int id) { return ++calls; }
                      @Cached(name = "b") int b(int id) { return ++calls; }
                      @CacheEvict(name = "a")
                      @CacheEvict(name = "b", beforeInvocation = true)
                      void fail(int id) { throw new IllegalStateException(); }
                      static String run(CacheManager caches) {
                        Main main = new CachedMain(caches);
                        String text = "" + main.a(1) + main.b(1);
                        try { main.fail(1); } catch (IllegalStateException e) { text += "!"; }
                        return text + main.a(1) + main.b(1);
                      }
                    }
                    """)
                .run())
        .isEqualTo("12!13");
  }

  @Test
  void writesBesideAReadHappenOnlyWhenTheMethodRuns() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    class Main {
                      int calls;
                      @Cached(name = "list") int size(String group) { return ++calls; }
                      @Cached(name = "user")
                      @CachePut(name = "copy", include = "id")
                      @CacheEvict(name = "list", allEntries = true)
                      Optional<String> user(int id) { return Optional.of("u" + ++calls); }
                      @Cached(name = "copy") Optional<String> copy(int id) { return Optional.of("none"); }
                      static String run(CacheManager caches) {
                        Main main = new CachedMain(caches);
                        String text = "" + main.size("g");
                        text += main.user(1).get() + main.size("g");
                        text += main.user(1).get() + main.size("g");
                        return text + main.copy(1).get();
                      }
                    }
                    """)
                .run())
        .isEqualTo("1u23u23u2");
  }

  @Test
  void stackedCachesFillEachOtherAndAnEvictReachesAll() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    class Main {
                      int calls;
                      @Cached(using = "near", name = "users", ttl = 5)
                      @Cached(using = "far", name = "users", ttl = 50)
                      int find(int id) throws java.io.IOException, java.sql.SQLException { return ++calls; }
                      @CacheEvict(name = "users") void forget(int id) {}
                      static String run(CacheManager unused) throws Exception {
                        try (CacheManager caches = CacheManager.builder()
                            .chain("near", chain -> chain.local(local -> {}))
                            .chain("far", chain -> chain.local(local -> {})).build()) {
                          Main main = new CachedMain(caches);
                          String text = "" + main.find(1) + main.find(1);
                          main.forget(1);
                          return text + main.find(1) + main.find(1);
                        }
                      }
                    }
                    """)
                .run())
        .isEqualTo("1122");
  }

  @Test
  void evictOfACacheThatAnotherTypeReadsGoesByItsName() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    class Main {
                      int calls;
                      @Cached(name = "users") int find(int id) { return ++calls; }
                      static String run(CacheManager caches) {
                        Writer writer = new CachedWriter(caches);
                        Main main = new CachedMain(caches);
                        String text = "" + main.find(1);
                        writer.forget(1);
                        text += main.find(1);
                        writer.forgetAll();
                        text += main.find(1);
                        writer.put(1, 9);
                        return text + main.find(1);
                      }
                    }
                    class Writer {
                      @CacheEvict(name = "users") void forget(int id) {}
                      @CacheEvict(name = "users", allEntries = true) void forgetAll() {}
                      @CachePut(name = "users", value = "value") void put(int id, int value) {}
                    }
                    """)
                .run())
        .isEqualTo("1239");
  }

  @Test
  void conditionsAreAskedBeforeTheCacheAndOfTheResult() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    interface Names {
                      @Cached(name = "a", condition = "worth", unless = "partial") String name(int id, String text);
                      @Cached(name = "b", unless = "tooLarge") OptionalInt count(int id);
                      boolean worth(String text);
                      default boolean partial(Object result) { return result.equals("p"); }
                      default boolean tooLarge(int count) { return count > 1; }
                    }
                    class Main implements Names {
                      int calls;
                      public String name(int id, String text) { calls++; return text; }
                      public OptionalInt count(int id) { return OptionalInt.of(++calls); }
                      public boolean worth(String text) { return !text.isEmpty(); }
                      static String run(CacheManager caches) {
                        Main main = new Main();
                        Names names = new CachedNames(caches, main);
                        names.name(1, ""); names.name(1, "");
                        names.name(1, "p"); names.name(1, "p");
                        names.name(1, "n"); names.name(1, "n");
                        return "" + main.calls + names.count(1).getAsInt() + names.count(1).getAsInt();
                      }
                    }
                    """)
                .run())
        .isEqualTo("567");
  }

  @Test
  void callThatIsNotWorthCachingStillWrites() throws Exception {
    assertThat(
            Build.of(
                    HEAD,
                    """
                    class Main {
                      int calls;
                      @Cached(name = "a", condition = "worth") @CacheEvict(name = "b")
                      int a(int id) { return ++calls; }
                      @Cached(name = "b") int b(int id) { return ++calls; }
                      boolean worth() { return false; }
                      static String run(CacheManager caches) {
                        Main main = new CachedMain(caches);
                        return "" + main.b(1) + main.a(1) + main.b(1);
                      }
                    }
                    """)
                .run())
        .isEqualTo("123");
  }
}
