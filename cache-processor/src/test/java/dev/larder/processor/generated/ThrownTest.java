package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the method's own code throws reaches the caller as it is. */
final class ThrownTest {
  @Test
  void eachExceptionPassesAsTheVerySameObject() throws Exception {
    assertThat(
            Build.of(
                    """
                    package com.acme;
                    import dev.larder.annotation.*;
                    import java.io.IOException;
                    import java.sql.SQLException;
                    interface Rates<X extends Throwable> {
                      @Cached(name = "none") int none(int id);
                      @Cached(name = "one") int one(int id) throws IOException;
                      @Cached(name = "two") int two(int id) throws IOException, SQLException;
                      @Cached(name = "open") int open(int id) throws X, IOException;
                    }
                    class Failing implements Rates<Error> {
                      static Throwable thrown;
                      @SuppressWarnings("unchecked")
                      static <X extends Throwable> int fail() throws X { throw (X) thrown; }
                      public int none(int id) { return Failing.<RuntimeException>fail(); }
                      public int one(int id) { return Failing.<RuntimeException>fail(); }
                      public int two(int id) { return Failing.<RuntimeException>fail(); }
                      public int open(int id) { return Failing.<RuntimeException>fail(); }
                    }
                    class Main {
                      interface Call { int on(Rates<Error> rates) throws Throwable; }
                      static String run(dev.larder.CacheManager caches) throws Exception {
                        Rates<Error> rates = new CachedRates<>(caches, new Failing());
                        StringBuilder wrong = new StringBuilder();
                        for (Throwable one : new Throwable[] {
                            new IOException(), new SQLException(), new IllegalStateException(),
                            new java.util.concurrent.TimeoutException(), new Error(), new Throwable()}) {
                          Failing.thrown = one;
                          Call[] calls = {r -> r.none(1), r -> r.one(1), r -> r.two(1), r -> r.open(1)};
                          for (int i = 0; i < calls.length; i++) {
                            try {
                              calls[i].on(rates);
                            } catch (Throwable e) {
                              if (e == one) continue;
                              wrong.append(i).append(" throws ").append(e).append('\\n');
                            }
                          }
                        }
                        return wrong.toString();
                      }
                    }
                    """)
                .run())
        .isEqualTo("");
  }
}
