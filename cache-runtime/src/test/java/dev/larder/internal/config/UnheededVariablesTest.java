package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnheededVariablesTest {
  private static final StoreKind REDIS =
      new StoreKind(
          "redis", Set.of("url", "host"), Map.of("REDIS_URL", "url", "REDIS_HOST", "host"));

  @Test
  void oneWhoseModuleIsNotThereIsToldOfWithoutItsValue() {
    assertThat(UnheededVariables.told(Map.of("REDIS_URL", "redis://:secret@cache"), List.of()))
        .containsExactly(
            "REDIS_URL is set, and nothing uses it: cache-redis is not on the class path");
    assertThat(UnheededVariables.told(Map.of("MEMCACHED_SERVERS", "cache:11211"), List.of(REDIS)))
        .singleElement()
        .asString()
        .contains("cache-memcached");
  }

  @Test
  void nothingIsToldOfOneThatIsUsedOrEmpty() {
    assertThat(UnheededVariables.told(Map.of("REDIS_URL", "redis://cache"), List.of(REDIS)))
        .isEmpty();
    assertThat(UnheededVariables.told(Map.of("REDIS_URL", "", "PATH", "/bin"), List.of()))
        .isEmpty();
  }
}
