package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SlotTest {
  @AutoClose static final RedisCluster CLUSTER = RedisServer.redis().startCluster(3);

  @Test
  void isTheOneThatTheServersSay() {
    for (String key :
        List.of(
            "", "a", "shop:1:users:7", "{shop:1:users:7}:~lease", "é", "{}", "{}a", "a{b}{c}")) {
      assertThat((long) Slot.of(key))
          .as(key)
          .isEqualTo(CLUSTER.nodes().get(0).command("CLUSTER", "KEYSLOT", key));
    }
  }

  @Test
  void eachGroupOfSlotsHasAMarker() {
    CacheKeys keys = new CacheKeys("shop:1:users");
    for (int group = 0; group < 64; group++) {
      String marker = keys.marker(group, 64);
      assertThat(marker).matches("\\{shop:1~\\d+}:~gen:users");
      assertThat(Slot.of(marker) / 256).isEqualTo(group);
    }
  }

  @Test
  void aLeaseLiesInTheSlotOfItsValue() {
    assertThat(CacheKeys.lease("shop:1:users:7")).isEqualTo("{shop:1:users:7}:~lease");
    assertThat(Slot.of(CacheKeys.lease("shop:1:users:7"))).isEqualTo(Slot.of("shop:1:users:7"));
    assertThat(CacheKeys.value("{shop:1:users:7}:~lease")).isEqualTo("shop:1:users:7");
    assertThat(CacheKeys.ofValue("shop:1:users:7:8")).isEqualTo(new CacheKeys("shop:1:users"));
    assertThat(CacheKeys.ofValue("shop:1:users")).isEqualTo(new CacheKeys("shop:1:users"));
    assertThat(new CacheKeys(":1:users").marker()).isEqualTo("{:1}:~gen:users");
  }
}
