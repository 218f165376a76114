package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RingTest {
  private static final List<String> KEYS =
      IntStream.range(0, 3_000).mapToObj(i -> "shop:1:users:" + i).toList();

  private static Ring<String> ring(String... holders) {
    return new Ring<>(List.of(holders), Function.identity());
  }

  @Test
  void eachHoldsAFairShare() {
    Ring<String> ring = ring("a:11211", "b:11211", "c:11211");
    Map<String, Long> shares =
        KEYS.stream().collect(Collectors.groupingBy(ring::holder, Collectors.counting()));
    assertThat(shares).hasSize(3);
    assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(600L, 1_400L));
  }

  @Test
  void oneMoreTakesKeysForItselfAlone() {
    Ring<String> two = ring("a:11211", "b:11211");
    Ring<String> three = ring("a:11211", "b:11211", "c:11211");
    for (String key : KEYS) {
      assertThat(three.holder(key)).isIn(two.holder(key), "c:11211");
    }
  }

  @Test
  void theOrderInWhichTheyAreNamedDoesNotMatter() {
    Ring<String> one = ring("b:1", "a:1", "c:1");
    Ring<String> other = ring("c:1", "b:1", "a:1");
    assertThat(KEYS).allSatisfy(key -> assertThat(one.holder(key)).isEqualTo(other.holder(key)));
  }

  @Test
  void theOnlyOneHoldsAll() {
    assertThat(KEYS).allSatisfy(key -> assertThat(ring("a:1").holder(key)).isEqualTo("a:1"));
  }

  @Test
  void noneHoldsNothing() {
    assertThatIllegalArgumentException().isThrownBy(RingTest::ring);
  }
}
