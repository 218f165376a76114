package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.codec.Samples.Circle;
import dev.larder.internal.codec.Samples.Containers;
import dev.larder.internal.codec.Samples.Group;
import dev.larder.internal.codec.Samples.Nothing;
import dev.larder.internal.codec.Samples.Page;
import dev.larder.internal.codec.Samples.Row;
import dev.larder.internal.codec.Samples.Shape;
import dev.larder.internal.codec.Samples.Size;
import dev.larder.internal.codec.Samples.Square;
import dev.larder.internal.codec.Samples.Times;
import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every codec for values of all kinds does. */
public abstract class CodecContract {
  protected static final Model<Row> ROW =
      Model.of(
          Row.class,
          String.class,
          BigDecimal.class,
          BigInteger.class,
          UUID.class,
          URI.class,
          Integer.class,
          Size.class);
  protected static final Model<Shape> SHAPE = Model.of(Shape.class, Samples.shapes());

  private final Codec codec;

  protected CodecContract(Codec codec) {
    this.codec = codec;
  }

  protected final <V> ValueCodec<V> codecFor(StoredType<V> type) {
    return codec.codecFor(type);
  }

  protected final <V> V roundTrip(StoredType<V> type, V value) {
    ValueCodec<V> values = codecFor(type);
    byte[] bytes = values.encode(value);
    byte[] within = new byte[bytes.length + 12];
    Arrays.fill(within, (byte) 0x7B);
    System.arraycopy(bytes, 0, within, 5, bytes.length);
    return values.decode(within, 5, bytes.length);
  }

  private <V> void assertComesBack(StoredType<V> type, V value) {
    assertThat(roundTrip(type, value)).isEqualTo(value);
  }

  @Test
  void itIsFoundByItsName() {
    assertThat(ServiceLoader.load(Codec.class))
        .filteredOn(each -> each.name().equals(codec.name()))
        .hasExactlyElementsOfTypes(codec.getClass());
  }

  @Test
  void aTypeOfWhichNothingIsKnownIsRefused() {
    StoredType<String> unknown =
        new StoredType<>() {
          @Override
          public String name() {
            return "shop.User";
          }

          @Override
          public long fingerprint() {
            return 1;
          }
        };
    assertThatThrownBy(() -> codec.codecFor(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing tells the classes of shop.User; the annotation processor writes that");
  }

  @Test
  void scalarsComeBack() {
    assertComesBack(ROW, Samples.row());
    assertComesBack(Model.of(String.class), "täglich");
    assertComesBack(Model.of(Long.class), -1L);
    assertComesBack(Model.of(Double.class), Double.NaN);
    assertComesBack(Model.of(Size.class), Size.LARGE);
    assertComesBack(Model.of(BigDecimal.class), new BigDecimal("-1.200E+30"));
    assertThat(roundTrip(Model.of(byte[].class), new byte[] {1, -1})).containsExactly(1, -1);
  }

  @Test
  void timesComeBackToTheNanosecondInTheirZone() {
    assertComesBack(Model.of(Times.class, Samples.timeClasses()), Samples.times());
  }

  @Test
  void containersComeBack() {
    EnumMap<Size, String> bySize = new EnumMap<>(Map.of(Size.LARGE, "l", Size.SMALL, "s"));
    TreeMap<LocalDate, Long> byDate = new TreeMap<>(Map.of(LocalDate.EPOCH, 1L));
    int[] numbers = {1, 2};
    Containers value =
        new Containers(
            List.of("a", "b"),
            Arrays.asList("a", null),
            Set.of(1, 2, 3),
            Map.of("k", List.of(Map.of(Size.SMALL, numbers))),
            bySize,
            byDate,
            new String[] {"x", null},
            new long[][] {{1}, {}, {2, 3}},
            null);
    Containers back =
        roundTrip(
            Model.of(
                Containers.class,
                String.class,
                Integer.class,
                Long.class,
                Size.class,
                LocalDate.class),
            value);
    assertThat(back).usingRecursiveComparison().isEqualTo(value);
    assertThat(back.bySize()).isExactlyInstanceOf(EnumMap.class);
    assertThat(back.immutable()).isEqualTo(value.immutable());
  }

  @Test
  void sealedFamiliesComeBack() {
    Shape group =
        new Group(
            List.of(new Circle(1.5), new Square(2), new Group(List.of(), null), new Nothing()),
            new Square(9));
    assertComesBack(SHAPE, group);
    assertComesBack(SHAPE, new Nothing());
    assertComesBack(Model.of(Circle.class), new Circle(2));
    assertComesBack(Model.of(new Model.Token<List<Shape>>() {}, Samples.shapes()), List.of(group));
  }

  @Test
  void typeArgumentsAreKept() {
    assertComesBack(
        Model.of(new Model.Token<Page<Shape>>() {}, withPage(Samples.shapes())),
        new Page<>(List.of(new Circle(1), new Square(1)), 7));
    assertComesBack(
        Model.of(new Model.Token<Page<LocalDate>>() {}, Page.class, LocalDate.class),
        new Page<>(List.of(LocalDate.EPOCH), 7));
    assertComesBack(
        Model.of(new Model.Token<Map<UUID, List<Long>>>() {}, UUID.class, Long.class),
        Map.of(new UUID(1, 2), List.of(3L)));
  }

  private static Class<?>[] withPage(Class<?>[] classes) {
    Set<Class<?>> all = new HashSet<>(Set.of(classes));
    all.add(Page.class);
    return all.toArray(Class<?>[]::new);
  }

  @Test
  void whatIsNotOfTheKnownClassesIsNotWritten() {
    Model<Shape> withoutSquare = Model.of(Shape.class, Circle.class, Group.class, Nothing.class);
    assertComesBack(withoutSquare, new Circle(2));
    assertThatThrownBy(() -> codecFor(withoutSquare).encode(new Square(2)))
        .hasStackTraceContaining("Square");
  }

  @Test
  void whatIsNotOfTheKnownClassesIsNotRead() {
    Model<Shape> withoutSquare = Model.of(Shape.class, Circle.class, Group.class, Nothing.class);
    byte[] square = codecFor(SHAPE).encode(new Square(2));
    ValueCodec<Shape> reader = codecFor(withoutSquare);
    assertThatThrownBy(() -> reader.decode(square, 0, square.length))
        .hasStackTraceContaining("Square");
  }

  @Test
  void bytesThatAreCutOrLongerAreRefused() {
    ValueCodec<Row> rows = codecFor(ROW);
    byte[] bytes = rows.encode(Samples.row());
    for (int length = 0; length < bytes.length; length++) {
      int end = length;
      assertThatThrownBy(() -> rows.decode(bytes, 0, end)).isInstanceOf(RuntimeException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> rows.decode(longer, 0, longer.length))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void bytesOfAnotherTypeAreRefused() {
    byte[] text = codecFor(Model.of(String.class)).encode("text");
    assertThatThrownBy(() -> codecFor(Model.of(Circle.class)).decode(text, 0, text.length))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void manyThreadsShareOne() throws Exception {
    ValueCodec<Row> rows = codecFor(ROW);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Row> roundTrip =
          () -> {
            byte[] bytes = rows.encode(Samples.row());
            return rows.decode(bytes, 0, bytes.length);
          };
      List<Future<Row>> copies = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        copies.add(threads.submit(roundTrip));
      }
      for (Future<Row> copy : copies) {
        assertThat(copy.get()).isEqualTo(Samples.row());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
