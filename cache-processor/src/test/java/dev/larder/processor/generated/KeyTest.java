package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTest {
  @Test
  void recordsAreFlattenedAndANullOneIsNotARecordOfNulls() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Main {
                      record Inner(String a, Integer b) {}
                      record Outer(Inner inner, String c, Inner last) {}
                      int calls;
                      @Cached(name = "deep") int deep(Outer outer, int id) { return ++calls; }
                      @Cached(name = "flat", include = {"outer.inner", "id"}) int flat(Outer outer, int id) {
                        return ++calls;
                      }
                      static String run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        Outer[] outers = {
                          null,
                          new Outer(null, null, null),
                          new Outer(new Inner(null, null), null, null),
                          new Outer(null, null, new Inner(null, null)),
                          new Outer(new Inner("x", 1), "y", new Inner("z", 2)),
                        };
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < 2; i++) {
                          for (Outer outer : outers) { text.append(main.deep(outer, 1)); }
                        }
                        text.append('-');
                        for (int i = 0; i < 2; i++) {
                          for (Outer outer : outers) { text.append(main.flat(outer, 1)); }
                        }
                        return text.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("1234512345-6676867686".replace("6676867686", "6676866768"));
  }

  @Test
  void partsOfOneNameAreCalledAfterWhatHoldsThem() {
    String source =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                interface Relations {
                  record Node(long id, String kind) {}
                  record Edge(Node from, Node to, int weight) {}
                  @Cached(name = "a", include = {"id", "from.id", "to.id", "to.kind"})
                  String find(long id, Node from, Node to);
                  @Cached(name = "b") String edge(Edge edge);
                }
                """)
            .load()
            .source("com.acme.CachedRelations");
    assertThat(source)
        .contains("LongLongLongStringKey(long id, Long fromId, Long toId, String kind)")
        .contains("Object fromId;", "String fromKind;", "Object toId;", "String toKind;")
        .doesNotContain("_;");
  }

  @Test
  void keysMeetThoseThatAnybodyElseMakes() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.*;
                    import dev.larder.annotation.*;
                    import java.math.BigDecimal;
                    import java.util.*;
                    class Main {
                      enum Colour { RED { @Override public String toString() { return "x"; } } }
                      int calls;
                      @Cached(name = "a") int a(long id, String name, double real, Colour colour, Integer box) { return ++calls; }
                      @Cached(name = "b") int b(List<String> names, Set<? extends Colour> colours, long[] ids, Optional<UUID> id, OptionalInt n, BigDecimal d) { return ++calls; }
                      @Cached(name = "c") int c() { return ++calls; }
                      @Cached(name = "d") int d(float one, float other) { return ++calls; }
                      static String run(CacheManager caches) {
                        Main main = new CachedMain(caches);
                        UUID id = new UUID(1, 2);
                        StringBuilder text = new StringBuilder();
                        List<String> names = new ArrayList<>(List.of("n"));
                        for (int i = 0; i < 2; i++) {
                          text.append(main.a(1, "n", -0.0, Colour.RED, null));
                          text.append(main.b(names, EnumSet.of(Colour.RED), new long[] {1}, Optional.of(id), OptionalInt.of(3), BigDecimal.ONE));
                          text.append(main.b(null, null, null, null, null, null));
                          text.append(main.c());
                          text.append(main.d(Float.NaN, 0f));
                        }
                        names.add("changed");
                        text.append(main.a(1, "n", 0.0, Colour.RED, null));
                        text.append(main.b(names, EnumSet.of(Colour.RED), new long[] {1}, Optional.of(id), OptionalInt.of(3), BigDecimal.ONE));
                        KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.LONG, PartTypes.STRING,
                            PartTypes.DOUBLE, PartTypes.enumOf(Colour.class), PartTypes.INT);
                        text.append(caches.cache("a").get(shape.key(1L, "n", -0.0, Colour.RED, null)));
                        text.append(caches.cache("c").get(KeyShape.composite().key()));
                        return text.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("12345123456714");
  }

  @Test
  void pathsReadMembersStepByStepAndNullOnTheWayIsANullPart() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Main {
                      static class Address { String city; int zip; int getZip() { return zip; } }
                      static class User {
                        private Address home;
                        Address getHome() { return home; }
                        boolean isOld() { return true; }
                      }
                      int calls;
                      @Cached(name = "a", include = {"user.home.city", "user.home.zip", "user.old"})
                      int a(User user) { return ++calls; }
                      @Cached(name = "b", include = "user.home.zip") int b(User user) { return ++calls; }
                      static String run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        User none = new User();
                        User some = new User();
                        some.home = new Address();
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < 2; i++) {
                          text.append(main.a(null)).append(main.a(none)).append(main.a(some));
                          text.append(main.b(null)).append(main.b(none)).append(main.b(some));
                        }
                        return text.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("123445123445");
  }

  @Test
  void typesOfTheUsersOwnGoByTheirKeyPart() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.KeyPart;
                    import dev.larder.annotation.*;
                    class Main {
                      @KeyedBy(SkuPart.class) static class Sku {
                        final String text;
                        Sku(String text) { this.text = text; }
                      }
                      static class SkuPart implements KeyPart<Sku> {
                        @Override public String format(Sku sku) { return sku.text; }
                        @Override public Sku parse(String text) { return new Sku(text); }
                      }
                      int calls;
                      @Cached(name = "a") int one(Sku sku) { return ++calls; }
                      @Cached(name = "b") int many(java.util.List<Sku> skus) { return ++calls; }
                      static String run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < 2; i++) {
                          text.append(main.one(new Sku("a"))).append(main.one(new Sku("b")));
                          text.append(main.many(java.util.List.of(new Sku("a"))));
                        }
                        return text.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("123123");
  }

  @Test
  void wildcardsMayStandAtAnyDepthOfACollection() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.util.*;
                    class Main {
                      enum Colour { RED }
                      int calls;
                      @Cached(name = "a") int a(List<? extends List<? extends Long>> ids) { return ++calls; }
                      @Cached(name = "b") int b(List<List<? extends Long>> ids) { return ++calls; }
                      @Cached(name = "c") int c(Set<Optional<? extends Set<? extends Colour>>> some) { return ++calls; }
                      @Cached(name = "d") int d(List<? extends Long>[] ids) { return ++calls; }
                      @Cached(name = "e") int e(List<List<? extends List<? extends long[]>>> ids) { return ++calls; }
                      static String run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        StringBuilder text = new StringBuilder();
                        List<?>[] ids = {List.of(2L)};
                        @SuppressWarnings("unchecked") List<Long>[] longs = (List<Long>[]) ids;
                        for (int i = 0; i < 2; i++) {
                          text.append(main.a(List.of(List.of(1L)))).append(main.b(List.of(List.of(1L))));
                          text.append(main.c(Set.of(Optional.of(Set.of(Colour.RED))))).append(main.d(longs));
                          text.append(main.e(List.of(List.of(List.of(new long[] {1})))));
                        }
                        return text.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("1234512345");
  }

  @Test
  void partsAndCachesOfOneNameAreNumbered() {
    String generated =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.util.*;
                interface Counts {
                  @Cached(name = "one.ids") int one(List<Long> ids);
                  @Cached(name = "other.ids") int other(Set<String> ids);
                }
                """)
            .load()
            .source("com.acme.CachedCounts");
    assertThat(generated)
        .contains("Cache<CompositeKey, Integer> ids;", "Cache<CompositeKey, Integer> ids2;")
        .contains("CompositeKey, Integer> IDS =", "CompositeKey, Integer> IDS_2 =")
        .contains("PartType<List<Long>> IDS_3 =", "PartType<Set<String>> IDS_4 =");
  }
}
