package dev.larder.examples.guide.configuration;

import dev.larder.CacheManager;
import java.time.Duration;

/** A manager with everything stated. */
public final class Configured {
  private Configured() {}

  /** A new one. */
  public static CacheManager manager() {
    // region builder
    CacheManager caches =
        CacheManager.builder()
            .keyPrefix("shop")
            .version(2)
            .chain("default", chain -> chain.local(local -> local.maximumSize(50_000)))
            .chain(
                "seconds",
                chain ->
                    chain
                        .local(local -> local.maximumSize(1_000).ttl(Duration.ofSeconds(5)))
                        .ttl(Duration.ofSeconds(5))
                        .nullTtl(Duration.ofSeconds(1))
                        .jitter(0.1))
            .cache("articles", cache -> cache.ttl(Duration.ofMinutes(1)))
            .build();
    // endregion
    return caches;
  }

  /** One of files and the environment. */
  public static CacheManager loaded() {
    // region load
    CacheManager caches = CacheManager.load();
    // endregion
    return caches;
  }

  /** One of files and the environment, with code above them. */
  public static CacheManager combined() {
    // region configured
    CacheManager caches =
        CacheManager.configured()
            .chain("default", chain -> chain.local(local -> local.maximumSize(500)))
            .cache("articles", cache -> cache.ttl(Duration.ofMinutes(1)))
            .build();
    // endregion
    return caches;
  }
}
