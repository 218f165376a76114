package dev.larder.internal.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.ValueType;
import dev.larder.generated.Serializers;
import dev.larder.generated.Types;
import dev.larder.generated.Values;
import dev.larder.spi.ValueCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class KryoCodecTest {
  @Test
  void aListOfTextsComesBack() {
    ValueCodec<List<String>> codec =
        new KryoCodec()
            .codecFor(
                ValueType.<List<String>>of(
                    "java.util.List<java.lang.String>",
                    1,
                    false,
                    () ->
                        Values.of(
                            Types.of(List.class, String.class),
                            Serializers.list(Serializers.STRING),
                            List.class,
                            String.class)));
    List<String> value = List.of("a", "", "\uD800", "😀");
    byte[] bytes = codec.encode(value);
    assertThat(codec.decode(bytes, 0, bytes.length)).isEqualTo(value).isUnmodifiable();
  }
}
