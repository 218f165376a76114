package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.kryo.KryoCodec;
import dev.larder.spi.ValueCodec;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReflectedValueTypeTest {
  record User(long id, String name, Role role, Optional<Address> address) {}

  record Address(String street, int number) {}

  enum Role {
    READER,
    WRITER
  }

  record Page<T>(List<T> items, T[] array, Map<String, Page<T>> linked) {}

  sealed interface Shape permits Circle, Group {}

  record Circle(double radius) implements Shape {}

  record Group(List<Shape> shapes, Instant since) implements Shape {}

  sealed interface Result<T> permits Ok, Failed {}

  record Ok<T>(T value) implements Result<T> {}

  record Failed<T>(String why) implements Result<T> {}

  record Renamed(String street, int house) {}

  @Test
  void recordsComeBack() {
    check(
        ValueType.of(User.class),
        new User(1, "a", Role.WRITER, Optional.of(new Address("b", 2))),
        new User(1, null, null, Optional.empty()));
  }

  @Test
  void typesWithArgumentsComeBack() {
    check(
        ValueType.of(new GenericType<List<Result<User>>>() {}),
        Arrays.asList(new Ok<>(new User(1, "a", Role.READER, null)), new Failed<>("no"), null));
    ValueType<Page<Role>> pages = ValueType.of(new GenericType<>() {});
    Page<Role> page =
        new Page<>(List.of(Role.READER), new Role[] {Role.WRITER}, Map.of("next", emptyPage()));
    Page<Role> read = read(pages, page);
    assertThat(read).usingRecursiveComparison().isEqualTo(page);
    assertThat(read.array()).isInstanceOf(Role[].class);
  }

  private static Page<Role> emptyPage() {
    return new Page<>(List.of(), null, Map.of());
  }

  @Test
  void sealedTypesThatHoldThemselvesComeBack() {
    check(
        ValueType.of(Shape.class),
        new Circle(1.5),
        new Group(List.of(new Circle(1), new Group(List.of(), null)), Instant.EPOCH));
  }

  @Test
  void anotherShapeIsAnotherType() {
    assertThat(ValueType.of(Address.class)).isEqualTo(ValueType.of(Address.class));
    assertThat(ValueType.of(Address.class).fingerprint())
        .isNotEqualTo(ValueType.of(Renamed.class).fingerprint());
    assertThat(ValueType.of(Address.class).isImmutable()).isTrue();
    assertThat(ValueType.of(Shape.class).isImmutable()).isFalse();
    assertThat(ValueType.of(Address.class))
        .hasToString("dev.larder.ReflectedValueTypeTest.Address (by reflection)");
  }

  static final class Mutable {
    int number;
  }

  record Holder(Mutable mutable) {}

  record Plain(Optional<URI> uri, OptionalLong number, ZoneId zone, char letter) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Mutable.class,
        Holder.class,
        Object.class,
        CharSequence.class,
        StringBuilder.class,
        BitSet.class,
        AtomicLong.class,
        Calendar.class,
        Date.class,
        byte[].class,
        Mutable[].class
      })
  void whatSomebodyCanChangeIsNotImmutable(Class<?> type) {
    assertThat(ValueType.of(type).isImmutable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        String.class,
        Integer.class,
        BigDecimal.class,
        Instant.class,
        ZoneId.class,
        UUID.class,
        Pattern.class,
        Role.class,
        Circle.class,
        Plain.class
      })
  void whatNobodyCanChangeIsImmutable(Class<?> type) {
    assertThat(ValueType.of(type).isImmutable()).isTrue();
  }

  @Test
  void argumentsAreLookedAt() {
    assertThat(ValueType.of(new GenericType<Optional<String>>() {}).isImmutable()).isTrue();
    assertThat(ValueType.of(new GenericType<Optional<Mutable>>() {}).isImmutable()).isFalse();
    assertThat(ValueType.of(new GenericType<List<String>>() {}).isImmutable()).isFalse();
  }

  @Test
  void copiesOfAClassThatNothingSaysHowToWriteAreRefused() {
    CacheSpec<Integer, Mutable> spec =
        CacheSpec.of(
                "default", "mutable", KeyShape.single(PartTypes.INT), ValueType.of(Mutable.class))
            .localCopy();
    try (CacheManager caches = CacheManager.builder().build()) {
      assertThatThrownBy(() -> caches.cache(spec))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessageContaining("cannot be copied, as localCopy asks");
    }
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    assertThatThrownBy(() -> ValueType.of(List.class))
        .isInstanceOf(CacheValidationException.class)
        .hasMessage("java.util.List has type arguments; state them by a GenericType");
    assertThatThrownBy(() -> ValueType.of(Thread.class).model())
        .hasMessageStartingWith("java.lang.Thread cannot be written: it is neither a record");
    assertThatThrownBy(() -> raw())
        .isInstanceOf(CacheValidationException.class)
        .hasMessage("a GenericType names its type: new GenericType<List<User>>() {}");
  }

  // The very mistake that is to be refused: a generic type that is given no argument.
  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Object raw() {
    return new GenericType() {};
  }

  @SafeVarargs
  private static <V> void check(ValueType<V> type, V... values) {
    for (V value : values) {
      assertThat(read(type, value)).isEqualTo(value);
    }
  }

  private static <V> V read(ValueType<V> type, V value) {
    ValueCodec<V> codec = new KryoCodec().codecFor(type);
    return codec.decode(codec.encode(value));
  }
}
