package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompositeKeyTest {
  private static final KeyShape<CompositeKey> SHAPE =
      KeyShape.composite(PartTypes.LONG, PartTypes.DOUBLE, PartTypes.STRING);

  @Test
  void aGeneratedKeyAndAGeneralOneAreEqualBothWays() {
    for (Double rate : new Double[] {1.5, -0.0, 0.0, Double.NaN}) {
      for (String region : new String[] {"EU", "", null}) {
        CompositeKey generated = new LongDoubleStringKey(7, rate, region);
        CompositeKey general = SHAPE.key(7L, rate, region);
        assertThat(generated).isEqualTo(general).hasSameHashCodeAs(general);
        assertThat(general).isEqualTo(generated);
        assertThat(generated).isEqualTo(new LongDoubleStringKey(7, rate, region));
        assertThat(generated).hasSameHashCodeAs(Arrays.asList(7L, rate, region));
        assertThat(SHAPE.text(generated)).isEqualTo(SHAPE.text(general));
      }
    }
  }

  @Test
  void theZerosAreTwoAndNaNIsOne() {
    assertThat(new LongDoubleStringKey(7, 0.0, "a")).isNotEqualTo(SHAPE.key(7L, -0.0, "a"));
    assertThat(SHAPE.key(7L, -0.0, "a")).isNotEqualTo(new LongDoubleStringKey(7, 0.0, "a"));
    double otherNaN = Double.longBitsToDouble(0x7ff8000000000001L);
    assertThat(new LongDoubleStringKey(7, otherNaN, "a")).isEqualTo(SHAPE.key(7L, Double.NaN, "a"));
    assertThat(SHAPE.text(SHAPE.key(7L, otherNaN, "a"))).isEqualTo("7:NaN:a");
  }

  @Test
  void anotherPartOrNumberOfPartsIsAnotherKey() {
    CompositeKey key = new LongDoubleStringKey(7, 1.5, "EU");
    assertThat(key)
        .isNotEqualTo(SHAPE.key(8L, 1.5, "EU"))
        .isNotEqualTo(SHAPE.key(7L, 1.5, null))
        .isNotEqualTo(KeyShape.composite(PartTypes.LONG, PartTypes.DOUBLE).key(7L, 1.5))
        .isNotEqualTo(List.of(7L, 1.5, "EU"))
        .isNotEqualTo(null);
    assertThat(SHAPE.key(7L, 1.5, null)).isNotEqualTo(key);
  }

  @Test
  void aKeyOfNoPartsIsOne() {
    CompositeKey key = KeyShape.composite().key();
    assertThat(key).isEqualTo(KeyShape.composite().parse("")).hasToString("()");
    assertThat(key).hasSameHashCodeAs(List.of());
    assertThat(CompositeKey.none()).isEqualTo(key).isSameAs(CompositeKey.none());
  }

  @Test
  void printsItsPartsForPeople() {
    PartType<Loud> loud = PartTypes.enumOf(Loud.class);
    CompositeKey key =
        KeyShape.composite(
                PartTypes.STRING,
                PartTypes.list(loud),
                PartTypes.optional(loud),
                PartTypes.enumOf(DayOfWeek.class),
                PartTypes.OPTIONAL_INT,
                PartTypes.STRING,
                PartTypes.LONG)
            .key(
                "a, b",
                Arrays.asList(Loud.ONE, null),
                Optional.of(Loud.ONE),
                DayOfWeek.MONDAY,
                Optional.empty(),
                null,
                PartTypes.absentRecord(2));
    assertThat(key).hasToString("(\"a, b\", [ONE, null], ONE, MONDAY, none, null, ~null2)");
  }

  /** An enum whose text is none of our business. */
  private enum Loud {
    ONE {
      @Override
      public String toString() {
        throw new AssertionError("toString of a user's class was called");
      }
    }
  }

  /** As the processor writes it. */
  private static final class LongDoubleStringKey extends CompositeKey {
    private final long id;
    private final double rate;
    private final @Nullable String region;

    LongDoubleStringKey(long id, double rate, @Nullable String region) {
      this.id = id;
      this.rate = rate;
      this.region = region;
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public @Nullable Object part(int index) {
      return switch (index) {
        case 0 -> id;
        case 1 -> rate;
        default -> region;
      };
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof LongDoubleStringKey that
          ? id == that.id
              && Double.compare(rate, that.rate) == 0
              && Objects.equals(region, that.region)
          : super.equals(other);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * (31 + Long.hashCode(id)) + Double.hashCode(rate))
          + Objects.hashCode(region);
    }
  }
}
