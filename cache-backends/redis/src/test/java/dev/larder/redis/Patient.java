package dev.larder.redis;

import java.time.Duration;

/** Options for machines that have much else to do. */
final class Patient {
  private Patient() {}

  static RedisOptions options(String url) {
    return options(RedisOptions.builder().url(url));
  }

  static RedisOptions options(RedisOptionsBuilder builder) {
    return builder
        .connectTimeout(Duration.ofSeconds(20))
        .commandTimeout(Duration.ofSeconds(20))
        .build();
  }
}
