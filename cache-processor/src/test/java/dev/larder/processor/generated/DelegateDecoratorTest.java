package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import org.junit.jupiter.api.Test;

class DelegateDecoratorTest {
  private static final String CLOCK =
      """
      package com.acme;
      interface Reading { String read(int id); }
      interface Naming { String name(); }
      """;

  @Test
  void finalClassIsDecoratedBehindItsInterfaces() throws Exception {
    assertThat(
            Build.of(CLOCK)
                .and(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    final class Clock implements Reading, Naming {
                      int calls;
                      @Override @Cached(name = "c", condition = "worth") public final String read(int id) {
                        return "" + ++calls;
                      }
                      boolean worth(int id) { return id > 0; }
                      @Override public String name() { return "clock"; }
                      static String run(dev.larder.CacheManager caches) {
                        Clock clock = new Clock();
                        CachedClock cached = new CachedClock(caches, clock);
                        Reading reading = cached;
                        Naming naming = cached;
                        return reading.read(1) + reading.read(1) + reading.read(0) + naming.name();
                      }
                    }
                    """)
                .run("com.acme.Clock"))
        .isEqualTo("112clock");
  }

  @Test
  void recordAndEnumAreDecoratedBehindTheirInterfaces() throws Exception {
    assertThat(
            Build.of(CLOCK)
                .and(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    @SuppressWarnings("larder.InstancesShare")
                    record Fixed(int[] calls) implements Reading {
                      @Cached(name = "f") public String read(int id) { return "" + ++calls[0]; }
                      static String run(dev.larder.CacheManager caches) {
                        Reading fixed = new CachedFixed(caches, new Fixed(new int[1]));
                        Reading one = new CachedOne(caches, One.ONE);
                        return fixed.read(1) + fixed.read(1) + one.read(1) + one.read(1);
                      }
                    }
                    """)
                .and(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    enum One implements Reading {
                      ONE;
                      int calls = 5;
                      @Cached(name = "o") public String read(int id) { return "" + ++calls; }
                    }
                    """)
                .run("com.acme.Fixed"))
        .isEqualTo("1166");
  }

  @Test
  void decorateNamesTheConstructorToCall() throws Exception {
    Loaded loaded =
        Build.of(CLOCK)
            .and(
                """
                package com.acme;
                import dev.larder.annotation.*;
                @SuppressWarnings("larder.InstancesShare")
                record Fixed(int number) implements Reading {
                  @Cached(name = "f") public String read(int id) { return ""; }
                  static Object run(dev.larder.CacheManager caches) {
                    return caches.decorate(Fixed.class, new Fixed(1));
                  }
                }
                """)
            .load();
    assertThatThrownBy(() -> loaded.run("com.acme.Fixed"))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("new CachedFixed(caches, delegate)");
  }
}
