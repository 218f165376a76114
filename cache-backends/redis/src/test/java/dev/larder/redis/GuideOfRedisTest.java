package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheManager;
import dev.larder.testkit.server.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code that {@code docs/guide/redis.md} shows. */
class GuideOfRedisTest {
  @Test
  void aChainHasARedisStore() {
    try (RedisServer server = RedisServer.redis().start()) {
      String url = server.uri();
      // region chain
      CacheManager caches =
          CacheManager.builder()
              .chain(
                  "redis",
                  chain ->
                      chain
                          .local(local -> local.maximumSize(10_000).ttl(Duration.ofSeconds(30)))
                          .distributed(RedisStore.connect(url)))
              .build();
      // endregion
      caches.close();
    }
  }

  @Test
  void optionsSayMore() {
    try (RedisServer server =
        RedisServer.redis()
            .tls(dev.larder.testkit.server.TestCertificates.generate())
            .password("secret")
            .start()) {
      Path trustStore = server.tls().trustStore();
      String trustStorePassword = server.tls().password();
      String url = "rediss://" + server.hostAndPort();
      String secret = "secret";
      // region options
      RedisStore store =
          RedisStore.connect(
              RedisOptions.builder()
                  .url(url)
                  .password(secret)
                  .trustStore(trustStore, trustStorePassword)
                  .commandTimeout(Duration.ofMillis(500))
                  .retries(2)
                  .build());
      // endregion
      assertThat(store.toString()).doesNotContain(secret);
      store.close();
    }
  }

  @Test
  void theClientIsAtHand() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      // region client
      long keys = store.client().getKeys().count();
      // endregion
      assertThat(keys).isZero();
    }
  }
}
