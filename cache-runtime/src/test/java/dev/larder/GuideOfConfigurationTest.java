package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.stores.ShelfStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the guide shows are files that load; a shelf stands for the Redis in them. */
class GuideOfConfigurationTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "default",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.String", 1, true));

  @TempDir private Path directory;

  private static String block(String language) throws IOException {
    String page = Files.readString(Path.of("../docs/guide/configuration.md"));
    int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(begin, page.indexOf("```", begin)).replace("redis", "shelf");
  }

  private void assertLoads(Configured given) {
    try (CacheManager caches = given.variable("LARDER_CHAINS_DEFAULT_CODEC", "text").load()) {
      Cache<Long, String> users = caches.cache(USERS);
      users.put(1L, "one");
      assertThat(users.keyText(1L)).isEqualTo("shop:1:users:1");
      assertThat(ShelfStore.OPEN).hasSize(1);
      assertThat(ShelfStore.OPEN.get(0).url).hasToString("Optional[shelf://cache.internal:6379]");
      assertThat(ShelfStore.OPEN.get(0).lives).containsOnly(Duration.ofMinutes(5));
      Cache<Object, Object> disabled =
          caches.cache(CacheSpec.of("default", "com.acme.UserService.find").ttl(Duration.ZERO));
      assertThat(disabled).asString().endsWith("disabled");
    }
  }

  @Test
  void itsPropertiesAreLoaded() throws IOException {
    assertLoads(new Configured(directory).properties(block("properties")));
  }

  @Test
  void itsYamlIsLoaded() throws IOException {
    assertLoads(new Configured(directory).file("larder.yaml", block("yaml")));
  }
}
