package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What stays in the heap, in chains of both kinds. */
class UnstorableValueTest {
  private static final CacheSpec<Integer, Object> SPEC =
      CacheSpec.of(
          "default",
          "things",
          KeyShape.single(PartTypes.INT),
          ValueType.of("java.lang.Object", 1, false));

  @Test
  void aChainWithAStoreRefusesTheCacheWhenItIsOpened() {
    try (CacheManager caches =
        CacheManager.builder()
            .chain("default", chain -> chain.distributed(new NoStore()))
            .build()) {
      assertThatThrownBy(() -> caches.cache(SPEC))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessage(
              "the codec kryo cannot carry values of java.lang.Object: nothing says how they are"
                  + " written; let the processor do so, or open the cache with"
                  + " ValueType.of(Class)");
    }
  }

  @Test
  void theHeapKeepsThem() {
    try (CacheManager caches = CacheManager.builder().build()) {
      Object thing = new Object();
      caches.cache(SPEC).put(1, thing);
      assertThat(caches.cache(SPEC).get(1)).isSameAs(thing);
    }
  }

  /** Is not asked. */
  private static final class NoStore implements Store {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public byte[] get(String key) {
      throw new AssertionError("asked");
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {
      throw new AssertionError("asked");
    }

    @Override
    public boolean remove(String key) {
      throw new AssertionError("asked");
    }
  }
}
