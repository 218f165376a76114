package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which name was meant. */
class NearNameTest {
  @Test
  void theNearestOfThoseThatAreNear() {
    assertThat(NearName.of("redsi", List.of("redis", "reads"))).contains("redis");
    assertThat(NearName.of("ttll", List.of("tiers", "ttl"))).contains("ttl");
    assertThat(NearName.of("tl", List.of("tls", "ttl"))).contains("tls");
    assertThat(NearName.of("memcache", List.of("memcached"))).contains("memcached");
  }

  @Test
  void noneWhereNoneIsNear() {
    assertThat(NearName.of("speed", List.of("codec", "tiers"))).isEmpty();
    assertThat(NearName.of("speed", List.of())).isEmpty();
    assertThat(NearName.hint("speed", List.of("codec"), "; no")).isEqualTo("; no");
  }
}
