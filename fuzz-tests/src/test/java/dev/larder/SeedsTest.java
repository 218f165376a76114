package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Codec;
import dev.larder.spi.ValueCodec;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fuzzer begins with is read whole: else it would knock at a door that is shut. */
class SeedsTest {
  @ParameterizedTest
  @ValueSource(strings = {"kryo", "json", "java"})
  void theSamplesComeBack(String name) {
    Codec codec =
        ServiceLoader.load(Codec.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    ValueCodec<Order> orders = codec.codecFor(Orders.TYPE);
    for (Order sample : Orders.samples()) {
      byte[] bytes = orders.encode(sample);
      assertThat(orders.decode(bytes, 0, bytes.length))
          .usingRecursiveComparison()
          .isEqualTo(sample);
    }
  }
}
