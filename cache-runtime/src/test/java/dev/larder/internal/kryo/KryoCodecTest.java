package dev.larder.internal.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.KryoException;
import dev.larder.ValueType;
import dev.larder.generated.Serializers;
import dev.larder.generated.Types;
import dev.larder.generated.ValueSerializer;
import dev.larder.generated.Values;
import dev.larder.spi.ValueCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KryoCodecTest {
  private final ValueCodec<List<String>> lists =
      codec(
          Values.of(
              Types.of(List.class, String.class),
              Serializers.list(Serializers.STRING),
              List.class,
              String.class));

  private static <V> ValueCodec<V> codec(Values<V> values) {
    return new KryoCodec().codecFor(ValueType.of("test", 1, false, () -> values));
  }

  @Test
  void aListOfTextsComesBack() {
    List<String> value = List.of("a", "", "\uD800", "😀");
    assertThat(lists.decode(lists.encode(value))).isEqualTo(value).isUnmodifiable();
  }

  @Test
  void bytesAroundTheValuesAreNotRead() {
    byte[] bytes = lists.encode(List.of("a"));
    byte[] wider = new byte[bytes.length + 6];
    Arrays.fill(wider, (byte) 7);
    System.arraycopy(bytes, 0, wider, 4, bytes.length);
    assertThat(lists.decode(wider, 4, bytes.length)).containsExactly("a");
    assertThatThrownBy(() -> lists.decode(wider, 4, bytes.length + 1))
        .isInstanceOf(KryoException.class)
        .hasMessage("1 bytes are left over");
    assertThatThrownBy(() -> lists.decode(wider, 4, bytes.length - 1))
        .isInstanceOf(KryoException.class);
  }

  @Test
  void lengthsAreNotBelieved() {
    Map<String, Values<?>> models =
        Map.of(
            "text", Values.of(String.class, Serializers.STRING),
            "list", Values.of(List.class, Serializers.list(Serializers.STRING)),
            "map", Values.of(Map.class, Serializers.map(Serializers.STRING, Serializers.LONG)),
            "bytes", Values.of(byte[].class, Serializers.BYTES),
            "longs", Values.of(long[].class, Serializers.LONGS),
            "texts",
                Values.of(String[].class, Serializers.array(Serializers.STRING, String[]::new)),
            "number", Values.of(Object.class, Serializers.BIG_INTEGER));
    byte[][] lengths = {{-1, -1, -1, -1, 7}, {-1, -1, -1, -1, 15}, {-2, -1, -1, -1, 7, 1, 1, 1}};
    assertThat(models)
        .allSatisfy(
            (name, values) -> {
              for (byte[] length : lengths) {
                assertThatThrownBy(() -> codec(values).decode(length))
                    .isInstanceOf(KryoException.class)
                    .hasMessageContaining("cannot be in");
              }
            });
  }

  @Test
  void nestingWithoutEndIsRefused() {
    byte[] deep = new byte[1 << 20];
    Arrays.fill(deep, (byte) 8);
    Values<List<Object>> endless = Values.of(List.class, new Endless().list());
    assertThatThrownBy(() -> codec(endless).decode(deep))
        .isInstanceOf(KryoException.class)
        .hasMessage("too deep, or in a circle");
  }

  /** Lists of lists of lists. */
  private static final class Endless extends ValueSerializer<Object> {
    ValueSerializer<List<Object>> list() {
      return Serializers.list(this);
    }

    @Override
    public void write(
        com.esotericsoftware.kryo.Kryo kryo,
        com.esotericsoftware.kryo.io.Output output,
        Object value) {
      list().<Object>as().write(kryo, output, value);
    }

    @Override
    public Object read(
        com.esotericsoftware.kryo.Kryo kryo,
        com.esotericsoftware.kryo.io.Input input,
        Class<? extends Object> type) {
      return list().<Object>as().read(kryo, input, type);
    }

    @Override
    public Object readOrNull(
        com.esotericsoftware.kryo.Kryo kryo, com.esotericsoftware.kryo.io.Input input) {
      return read(kryo, input, Object.class);
    }
  }

  @Test
  void twoClassesOfOneTagAreRefused() {
    assertThatThrownBy(
            () ->
                Serializers.<Object>oneOf(
                    Serializers.choice(String.class, 5, Serializers.STRING),
                    Serializers.choice(Long.class, 5, Serializers.LONG)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "class java.lang.Long and class java.lang.String have one tag; rename one of them");
  }

  @Test
  void anotherClassMoreChangesNoBytesOfTheOthers() {
    ValueSerializer<Object> two =
        Serializers.oneOf(
            Serializers.choice(String.class, 5, Serializers.STRING),
            Serializers.choice(Long.class, 6, Serializers.LONG));
    ValueSerializer<Object> three =
        Serializers.oneOf(
            Serializers.choice(Integer.class, 4, Serializers.INTEGER),
            Serializers.choice(String.class, 5, Serializers.STRING),
            Serializers.choice(Long.class, 6, Serializers.LONG));
    byte[] bytes = codec(Values.of(Object.class, two)).encode(7L);
    assertThat(codec(Values.of(Object.class, three)).decode(bytes)).isEqualTo(7L);
    assertThatThrownBy(() -> codec(Values.of(Object.class, two)).encode(7))
        .isInstanceOf(KryoException.class)
        .hasMessageStartingWith("java.lang.Integer is none of");
  }

  @Test
  void threadsDoNotMeet() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int seed = i;
        work.add(() -> comeBack(new Random(seed)));
      }
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean comeBack(Random random) {
    boolean equal = true;
    for (int i = 0; i < 200; i++) {
      List<String> value =
          random.ints(random.nextInt(20), 0, 1000).mapToObj(Integer::toString).toList();
      equal &= lists.decode(lists.encode(value)).equals(value);
    }
    return equal;
  }

  @Test
  void aTypeWithoutAModelIsRefused() {
    assertThatThrownBy(() -> new KryoCodec().codecFor(ValueType.<String>of("a.B", 1, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("nothing says how they are written");
  }
}
