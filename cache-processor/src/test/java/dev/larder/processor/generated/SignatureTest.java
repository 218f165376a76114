package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void parametersMayBeNamedLikeWhatWeGenerate() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    interface Names {
                      record User(String key, User hit) {}
                      @Cached(name = "users")
                      String find(String delegate, long users, int key, String hit, String k);
                      @Cached(name = "other", include = "user.hit.key")
                      java.util.OptionalInt count(User user, String found, String other, String result);
                      @CacheEvict(name = "users", include = {"delegate", "users", "key", "hit", "k"})
                      String evict(String delegate, long users, int key, String hit, String k, int result);
                    }
                    class Main implements Names {
                      int calls;
                      public String find(String delegate, long users, int key, String hit, String k) {
                        return "" + ++calls;
                      }
                      public java.util.OptionalInt count(User user, String a, String b, String c) {
                        return java.util.OptionalInt.of(++calls);
                      }
                      public String evict(String delegate, long users, int key, String hit, String k, int r) {
                        return "!";
                      }
                      static String run(dev.larder.CacheManager caches) {
                        Names names = new CachedNames(caches, new Main());
                        User user = new User("a", new User("b", null));
                        return names.find("d", 1, 2, "h", "k") + names.find("d", 1, 2, "h", "k")
                            + names.evict("d", 1, 2, "h", "k", 0) + names.find("d", 1, 2, "h", "k")
                            + names.count(user, "", "", "").getAsInt()
                            + names.count(user, "x", "y", "z").getAsInt();
                      }
                    }
                    """)
                .run("com.acme.Main"))
        .isEqualTo("11!233");
  }

  @Test
  void unrelatedCheckedExceptionsPassThroughAsTheyAre() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.io.*;
                import java.sql.SQLException;
                interface Reading {
                  @Cached(name = "one") String one(int id) throws IOException;
                  @Cached(name = "two") String two(int id)
                      throws IOException, SQLException, FileNotFoundException, IllegalStateException;
                  @Cached(name = "any") String any(int id) throws Throwable;
                  @Cached(name = "odd") String odd(int id) throws Odd, IOException;
                  <X extends Exception> @Cached(name = "x") String generic(int id) throws X;
                  @Cached(name = "y") <X extends Exception> String mixed(int id) throws X, IOException;
                  class Odd extends Throwable { static final long serialVersionUID = 1; }
                }
                """
                    .replace(
                        "<X extends Exception> @Cached(name = \"x\")",
                        "@Cached(name = \"x\") <X extends Exception>"))
            .and(
                """
                package com.acme;
                import java.io.*;
                import java.sql.SQLException;
                class Main implements Reading {
                  final Throwable thrown;
                  Main(Throwable thrown) { this.thrown = thrown; }
                  @SuppressWarnings("unchecked")
                  <T extends Throwable> String fail() throws T { throw (T) thrown; }
                  public String one(int id) throws IOException { return this.<IOException>fail(); }
                  public String two(int id) throws IOException, SQLException { return this.<IOException>fail(); }
                  public String any(int id) throws Throwable { return this.<Throwable>fail(); }
                  public String odd(int id) throws Odd, IOException { return this.<Odd>fail(); }
                  public <X extends Exception> String generic(int id) throws X { return this.<X>fail(); }
                  public <X extends Exception> String mixed(int id) throws X { return this.<X>fail(); }
                  static String run(dev.larder.CacheManager caches) {
                    StringBuilder text = new StringBuilder();
                    for (Throwable thrown : new Throwable[] {
                        new IOException(), new IllegalStateException(), new StackOverflowError()}) {
                      Reading reading = new CachedReading(caches, new Main(thrown));
                      try { reading.one(1); } catch (Throwable e) { text.append(e == thrown); }
                      try { reading.two(1); } catch (Throwable e) { text.append(e == thrown); }
                      try { reading.any(1); } catch (Throwable e) { text.append(e == thrown); }
                      try { reading.odd(1); } catch (Throwable e) { text.append(e == thrown); }
                      try { reading.generic(1); } catch (Throwable e) { text.append(e == thrown); }
                      try { reading.mixed(1); } catch (Throwable e) { text.append(e == thrown); }
                    }
                    Exception sql = new SQLException();
                    Reading reading = new CachedReading(caches, new Main(sql));
                    try { reading.two(1); } catch (Throwable e) { text.append(e == sql); }
                    try { reading.mixed(1); } catch (Throwable e) { text.append(e == sql); }
                    Throwable odd = new Reading.Odd();
                    try { new CachedReading(caches, new Main(odd)).odd(1); } catch (Throwable e) {
                      text.append(e == odd);
                    }
                    return text.toString().replace("true", "t");
                  }
                }
                """)
            .load();
    assertThat(loaded.run("com.acme.Main")).isEqualTo("t".repeat(21));
  }

  @Test
  void exceptionsOfWritingAndStackedMethodsPassThrough() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.io.IOException;
                import java.util.concurrent.TimeoutException;
                class Names {
                  @Cached(name = "n", using = "near") @Cached(name = "n", using = "far")
                  @CacheEvict(name = "m", allEntries = true)
                  String name(int id) throws IOException, TimeoutException { throw new IOException("mine"); }
                  @Cached(name = "m") int other() { return 1; }
                  static String run(dev.larder.CacheManager caches) throws Exception {
                    try (dev.larder.CacheManager two = dev.larder.CacheManager.builder()
                        .chain("near", chain -> chain.local(local -> {}))
                        .chain("far", chain -> chain.local(local -> {})).build()) {
                      return new CachedNames(two).name(1);
                    }
                  }
                }
                """)
            .load();
    assertThatThrownBy(() -> loaded.run("com.acme.Names"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("mine");
  }

  @Test
  void genericMethodsAndBoundsAreRepeated() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.util.*;
                    interface Repo<T, I extends Comparable<? super I>> {
                      @Cached(name = "one") T one(String id);
                      @Cached(name = "all") List<? extends T> all(Set<? extends Colour> colours);
                      @Cached(name = "some", include = "id") <E extends T> Optional<E> some(String id, Class<E> type);
                      @Cached(name = "most") <N extends Number & Comparable<N>> N most(String id);
                      @Cached(name = "list") <E> List<E> list(String id);
                      @SuppressWarnings("unchecked")
                      <A, B extends List<A>> B plain(A a, B b, I... rest);
                      enum Colour { RED }
                    }
                    interface Users<T> extends Other<String, T1<T>> {
                      @Cached(name = "users") String user(int id);
                    }
                    interface Other<T, I> { @SuppressWarnings("unchecked") <E extends T> E plain(List<? super E> one, I... rest); }
                    interface T1<T> extends Comparable<T1<T>> {}
                    class Main {
                      static String run(dev.larder.CacheManager caches) {
                        return "compiled";
                      }
                    }
                    """)
                .with("-Alarder.OpenValue=off", "-Alarder.MutableValue=off")
                .run("com.acme.Main"))
        .isEqualTo("compiled");
  }

  @Test
  void hidingTypeVariablesGetAnotherName() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                interface Names<T> extends Base<T> { @Cached(name = "n") String name(int id); }
                """)
            .and("package com.acme;", "interface Base<E> { <T> E both(E one, T other); }")
            .load();
    assertThat(loaded.source("com.acme.CachedNames"))
        .contains("public <T1> T both(T one, T1 other)");
  }

  @Test
  void variableArgumentsArePassedAsTheyAre() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.util.*;
                    interface Sums {
                      @Cached(name = "sums") int sum(int... numbers);
                      @Cached(name = "join") String join(String first, String... rest);
                      @SuppressWarnings("unchecked")
                      int lists(List<String>... lists);
                    }
                    class Main implements Sums {
                      int calls;
                      public int sum(int... numbers) { calls++; return Arrays.stream(numbers).sum(); }
                      public String join(String first, String... rest) {
                        calls++;
                        return first + String.join("", rest);
                      }
                      @SafeVarargs public final int lists(List<String>... lists) { return lists.length; }
                      static String run(dev.larder.CacheManager caches) {
                        Main source = new Main();
                        Sums sums = new CachedSums(caches, source);
                        return sums.sum() + sums.sum(1, 2) + sums.sum(1, 2) + sums.join("a") + sums.join("a", "b")
                            + sums.join("a", "b") + source.calls;
                      }
                    }
                    """)
                .run("com.acme.Main"))
        .isEqualTo("6aabab4");
  }

  @Test
  void deprecatedAndRawTypesAreSilencedWhereTheyStand() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme.old;
                @Deprecated public class Old { @Deprecated public int id() { return 1; } }
                """)
            .and(
                """
                package com.acme.old;
                @Deprecated(forRemoval = true) public class Going {}
                """)
            .and(
                """
                package com.acme;
                import com.acme.old.*;
                import dev.larder.annotation.*;
                import java.util.*;
                public interface Names {
                  @SuppressWarnings("deprecation") @Cached(name = "a") Old old(int id);
                  @SuppressWarnings("removal") @Cached(name = "b") List<Going> going(int id);
                  @SuppressWarnings("rawtypes") @Cached(name = "c") Map raw(int id);
                  @SuppressWarnings("rawtypes") void rawArgument(List names, Map[] maps);
                  @Deprecated @Cached(name = "d") String mine(int id);
                  @Deprecated(since = "2", forRemoval = true) @Cached(name = "e") String last(int id);
                  @Cached(name = "f") String plain(int id);
                }
                """)
            .and(
                """
                package com.acme;
                import dev.larder.annotation.*;
                @Deprecated public class Whole {
                  @Deprecated public Whole(int size) {}
                  @Cached(name = "w") public String name(int id) { return ""; }
                }
                """)
            .and(
                """
                package com.acme;
                import dev.larder.annotation.*;
                @Deprecated(forRemoval = true) public interface Leaving {
                  @Cached(name = "l") String name(int id);
                }
                """)
            .with("-Alarder.OpenValue=off", "-Alarder.MutableValue=off")
            .load();
    assertThat(loaded.source("com.acme.CachedNames"))
        .contains("@Override\n  @SuppressWarnings(\"deprecation\")\n  public Old old(int id)")
        .contains("@Override\n  @SuppressWarnings(\"removal\")\n  public List<Going> going(int id)")
        .contains("@Override\n  @SuppressWarnings(\"rawtypes\")\n  public Map raw(int id)")
        .contains("@Override\n  @Deprecated\n  public String mine(int id)")
        .contains("@Override\n  public String plain(int id)");
  }

  @Test
  void nullMarksOfTheSignatureAreRepeated() throws Exception {
    Loaded loaded =
        Build.of(
                """
                package com.acme;
                import dev.larder.annotation.*;
                import java.lang.annotation.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                interface Names {
                  @Target({ElementType.METHOD, ElementType.PARAMETER}) @interface CheckForNull {}
                  @Target(ElementType.TYPE_USE) @interface Size { int max(); }
                  @Cached(name = "a") @Nullable String find(@Nullable String name, List<@Nullable String> names);
                  @Cached(name = "b") @CheckForNull String old(@CheckForNull String name);
                  String @Nullable [] array(@Nullable String @Nullable [] names, Map.@Nullable Entry<String, @Size(max = 3) String> entry);
                  <T extends @Nullable Object> T any(T value);
                }
                """)
            .with("-Xlint:-processing")
            .load();
    assertThat(loaded.source("com.acme.CachedNames"))
        .contains(
            "public @Nullable String find(@Nullable String name, List<@Nullable String> names)")
        .contains("@Names.CheckForNull\n  public String old(@Names.CheckForNull String name)")
        .contains(
            "public String @Nullable [] array(\n      @Nullable String @Nullable [] names,\n      Map.@Nullable Entry<String, @Names.Size(max = 3) String> entry)")
        .contains("<T extends @Nullable Object> T any(T value)");
  }

  @Test
  void inANullMarkedScopeTheClassSaysThatItIsNotMarked() {
    String service = "interface Names { @Cached(name = \"n\") String name(int id); }";
    String head =
        "package com.acme; import dev.larder.annotation.*; import org.jspecify.annotations.*;\n";
    assertThat(names(head + "@NullMarked " + service)).contains("\n@NullUnmarked\n");
    assertThat(names(head + "@NullMarked interface Outer { " + service + "}", "Outer_Names"))
        .contains("\n@NullUnmarked\n");
    assertThat(names(head + service)).doesNotContain("NullUnmarked");
    assertThat(
            Build.of(head + service)
                .and("@org.jspecify.annotations.NullMarked package com.acme;")
                .with("-Xlint:-processing")
                .load()
                .source("com.acme.CachedNames"))
        .contains("\n@NullUnmarked\n");
  }

  private static String names(String source) {
    return names(source, "Names");
  }

  private static String names(String source, String name) {
    return Build.of(source).with("-Xlint:-processing").load().source("com.acme.Cached" + name);
  }
}
