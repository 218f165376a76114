package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultTest {
  @Test
  void allKindsOfOptionalHoldTheirValueAndKeepNoEmptyOne() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.util.*;
                    interface Maybe {
                      @Cached(name = "a") Optional<String> text(int id);
                      @Cached(name = "b") OptionalInt small(int id);
                      @Cached(name = "c") OptionalLong large(int id);
                      @Cached(name = "d") OptionalDouble real(int id);
                      @Cached(name = "e") Optional<? extends CharSequence> wild(int id);
                    }
                    class Main implements Maybe {
                      int calls;
                      boolean empty = true;
                      public Optional<String> text(int id) { calls++; return empty ? Optional.empty() : Optional.of("t"); }
                      public OptionalInt small(int id) { calls++; return empty ? OptionalInt.empty() : OptionalInt.of(1); }
                      public OptionalLong large(int id) { calls++; return empty ? OptionalLong.empty() : OptionalLong.of(2); }
                      public OptionalDouble real(int id) { calls++; return empty ? OptionalDouble.empty() : OptionalDouble.of(3); }
                      public Optional<? extends CharSequence> wild(int id) { calls++; return empty ? null : Optional.of("w"); }
                      static String run(dev.larder.CacheManager caches) {
                        Main source = new Main();
                        Maybe maybe = new CachedMaybe(caches, source);
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < 3; i++) {
                          text.append(maybe.text(1)).append(maybe.small(1)).append(maybe.large(1))
                              .append(maybe.real(1)).append(maybe.wild(1)).append(source.calls).append(' ');
                          source.empty = false;
                        }
                        return text.toString().replace("Optional", "");
                      }
                    }
                    """)
                .with("-Alarder.OpenValue=off", "-Alarder.MutableValue=off")
                .run())
        .isEqualTo(
            ".emptyInt.emptyLong.emptyDouble.empty.empty5"
                + " [t]Int[1]Long[2]Double[3.0][w]10 [t]Int[1]Long[2]Double[3.0][w]10 ");
  }

  @Test
  void primitivesOfEveryKindAreCached() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Main {
                      int calls;
                      @Cached(name = "a") boolean a(boolean x) { calls++; return x; }
                      @Cached(name = "b") byte b(byte x) { calls++; return x; }
                      @Cached(name = "c") short c(short x) { calls++; return x; }
                      @Cached(name = "d") char d(char x) { calls++; return x; }
                      @Cached(name = "e") float e(float x) { calls++; return x; }
                      @Cached(name = "f") double f(double x) { calls++; return x; }
                      static String run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < 2; i++) {
                          text.append(main.a(true)).append(main.b((byte) 1)).append(main.c((short) 2))
                              .append(main.d('d')).append(main.e(1.5f)).append(main.f(-0.0)).append(main.calls);
                        }
                        return text.append(main.f(0.0)).append(main.calls).toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("true12d1.5-0.06true12d1.5-0.060.07");
  }

  @Test
  void nullIsKeptOnlyWhereNullTtlSaysSo() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Main {
                      int calls;
                      @Cached(name = "a") String plain(String x) { calls++; return null; }
                      @Cached(name = "b", nullTtl = 60) String kept(String x) { calls++; return null; }
                      static String run(dev.larder.CacheManager caches) {
                        Main main = new CachedMain(caches);
                        return main.plain(null) + main.plain(null) + main.calls
                            + main.kept(null) + main.kept(null) + main.calls;
                      }
                    }
                    """)
                .run())
        .isEqualTo("nullnull2nullnull3");
  }

  @Test
  void keptNullIsNoPrimitiveSoTheMethodRuns() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.time.Duration;
                    class Main {
                      int calls;
                      @Cached(name = "n") int primitive(int id) { return ++calls; }
                      @Cached(name = "n", nullTtl = 30) Integer boxed(int id) { return null; }
                      @Cached(name = "chained") long chained(int id) throws Exception { return ++calls; }
                      @CachePut(name = "chained") Long put(int id) { return null; }
                      static String run(dev.larder.CacheManager unused) throws Exception {
                        try (dev.larder.CacheManager caches = dev.larder.CacheManager.builder()
                            .chain("default", chain -> chain.nullTtl(Duration.ofMinutes(1)).local(local -> {}))
                            .build()) {
                          Main main = new CachedMain(caches);
                          main.boxed(1);
                          main.put(1);
                          return main.primitive(1) + " " + main.chained(1);
                        }
                      }
                    }
                    """)
                .run())
        .isEqualTo("1 2");
  }

  @Test
  void settingsReachTheCache() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    @CacheDefaults(using = "near", name = "names", ttl = 3000000000L)
                    class Main {
                      @Cached(localTtl = 7, nullTtl = 3, jitter = 0.25,
                          refreshAfter = 60, staleTtl = 3000000000L) String name(int id) { return "a"; }
                      @Cached(name = "own", ttl = 5) String own(int id) { return "b"; }
                      static String run(dev.larder.CacheManager unused) {
                        try (dev.larder.CacheManager caches = dev.larder.CacheManager.builder()
                            .chain("near", chain -> chain.local(local -> {})).build()) {
                          Main main = new CachedMain(caches);
                          main.name(1);
                          main.own(1);
                          long own = caches.cache("own").timeToLive(1).toMillis();
                          long name = caches.cache("names").timeToLive(1).toMillis();
                          return caches.cache("own").chain() + (own > 4000 && own <= 5000) + (name > 1);
                        }
                      }
                    }
                    """)
                .run())
        .isEqualTo("neartruetrue");
  }

  @Test
  void dueResultsAreRefreshedAndStaleOnesServedWhenTheMethodThrows() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    class Main {
                      private int calls;
                      @Cached(name = "names", ttl = 10, refreshAfter = 5, staleTtl = 60)
                      String name(int id) {
                        if (++calls == 3) {
                          throw new IllegalStateException("no source");
                        }
                        return "v" + calls;
                      }
                      static String run(dev.larder.CacheManager unused) {
                        var now = new java.util.concurrent.atomic.AtomicLong();
                        try (dev.larder.CacheManager caches = dev.larder.CacheManager.builder()
                            .ticker(() -> now.get() * 1_000_000_000)
                            .executor(Runnable::run)
                            .chain("default", chain -> chain.local(local -> {}))
                            .build()) {
                          Main main = new CachedMain(caches);
                          String told = main.name(1) + " " + main.name(1);
                          now.set(5);
                          told += " " + main.name(1) + " " + main.name(1);
                          now.set(15);
                          return told + " " + main.name(1);
                        }
                      }
                    }
                    """)
                .run())
        .isEqualTo("v1 v1 v1 v2 v2");
  }
}
