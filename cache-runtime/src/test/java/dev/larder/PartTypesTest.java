package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTypesTest {
  @Test
  void ownKeysAreTheirOwnNormalForm() {
    Long value = 1234567L;
    assertThat(PartTypes.LONG.isOwnKey()).isTrue();
    assertThat(PartTypes.LONG.normal(value)).isSameAs(value);
    Optional<Long> optional = Optional.of(value);
    assertThat(PartTypes.optional(PartTypes.LONG).normal(optional)).isSameAs(optional);
    assertThat(PartTypes.LONG.normal(null)).isNull();
  }

  @Test
  void numbersOfAUsersSubclassBecomeExact() {
    Object decimal = PartTypes.BIG_DECIMAL.normal(new OddDecimal("1.50"));
    assertThat(decimal).isExactlyInstanceOf(BigDecimal.class).isEqualTo(new BigDecimal("1.50"));
    assertThat(((BigDecimal) decimal).unscaledValue()).isExactlyInstanceOf(BigInteger.class);
    Object integer = PartTypes.BIG_INTEGER.normal(new OddInteger("-129"));
    assertThat(integer).isExactlyInstanceOf(BigInteger.class).isEqualTo(new BigInteger("-129"));
  }

  @Test
  void urisThatDifferInCaseAreTwo() {
    URI lower = URI.create("http://example.org/a");
    URI upper = URI.create("HTTP://EXAMPLE.org/a");
    assertThat(lower).isEqualTo(upper);
    assertThat(PartTypes.URI.normal(lower)).isNotEqualTo(PartTypes.URI.normal(upper));
  }

  /** Its path could not be parsed again, and it has a text all the same. */
  @Test
  void anOddUriReadsBack() {
    URI odd = URI.create("http://h/a/").relativize(URI.create("http://h/a/b:c"));
    KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.URI);
    assertThat(shape.parse(shape.text(shape.key(odd)))).isEqualTo(shape.key(odd));
  }

  @Test
  void aListIsCopiedAndCannotBeChanged() {
    List<String> given = new ArrayList<>(Arrays.asList("a", null));
    Object normal = PartTypes.list(PartTypes.STRING).normal(given);
    given.set(0, "changed");
    assertThat(normal).isEqualTo(Arrays.asList("a", null));
    assertThatThrownBy(() -> ((List<?>) normal).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void everyKindOfArrayBecomesAList() {
    assertThat(PartTypes.array(PartTypes.BOOLEAN).normal(new boolean[] {true}))
        .isEqualTo(List.of(true));
    assertThat(PartTypes.array(PartTypes.BYTE).normal(new byte[] {1})).isEqualTo(List.of((byte) 1));
    assertThat(PartTypes.array(PartTypes.SHORT).normal(new short[] {1}))
        .isEqualTo(List.of((short) 1));
    assertThat(PartTypes.array(PartTypes.CHAR).normal(new char[] {'a'})).isEqualTo(List.of('a'));
    assertThat(PartTypes.array(PartTypes.INT).normal(new int[] {1, 2})).isEqualTo(List.of(1, 2));
    assertThat(PartTypes.array(PartTypes.LONG).normal(new long[0])).isEqualTo(List.of());
    assertThat(PartTypes.array(PartTypes.FLOAT).normal(new float[] {-0f})).isEqualTo(List.of(-0f));
    assertThat(PartTypes.array(PartTypes.DOUBLE).normal(new double[] {Double.NaN}))
        .isEqualTo(List.of(Double.NaN));
    assertThat(PartTypes.array(PartTypes.URI).normal(new URI[] {URI.create("a")}))
        .isEqualTo(List.of("a"));
  }

  @Test
  void equalSetsAreOneInWhateverOrderTheyHaveTheirElements() {
    PartType<Set<Integer>> set = PartTypes.set(PartTypes.INT);
    Object normal = set.normal(new LinkedHashSet<>(Arrays.asList(2, null, 10)));
    assertThat(normal).isEqualTo(Arrays.asList(10, 2, null));
    assertThat(set.normal(new LinkedHashSet<>(Arrays.asList(null, 10, 2)))).isEqualTo(normal);
  }

  @Test
  void elementsOfOneTextAreOneElementOfASet() {
    Set<BigDecimal> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.add(new BigDecimal("1.5"));
    identities.add(new BigDecimal("1.5"));
    assertThat(identities).hasSize(2);
    assertThat(PartTypes.set(PartTypes.BIG_DECIMAL).normal(identities))
        .isEqualTo(List.of(new BigDecimal("1.5")));
  }

  @Test
  void anEmptyOptionalIsNotNull() {
    PartType<Optional<String>> optional = PartTypes.optional(PartTypes.STRING);
    assertThat(optional.normal(Optional.empty())).isEqualTo(Optional.empty());
    assertThat(optional.normal(null)).isNull();
    assertThat(PartTypes.OPTIONAL_LONG.normal(OptionalLong.of(5))).isEqualTo(Optional.of(5L));
  }

  @Test
  void theTextThatAKeyPartGivesMustNotBeNull() {
    PartType<Object> broken = PartTypes.keyed("com.acme.Broken", new BrokenText());
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> broken.normal("a"))
        .withMessage("the KeyPart of com.acme.Broken gave null as a text");
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, TRUE",
    "boolean, yes",
    "char, ab",
    "char, ~empty",
    "byte, 128",
    "double, 1",
    "double, 1.50",
    "double, 1e5",
    "double, 0x1p3",
    "double, 1.0d",
    "float, 0.10000000149011612",
    "BigDecimal, 1E3",
    "BigDecimal, +1",
    "BigDecimal, 1E+99999999999",
    "BigInteger, 007",
    "Instant, 2024-01-01T24%3A00%3A00Z",
    "Instant, 2024-01-01",
    "LocalDate, 2023-02-29",
    "LocalTime, 09%3A30%3A00",
    "LocalDateTime, 2024-02-29",
    "OffsetTime, 12%3A00",
    "OffsetTime, 12%3A00+00%3A00",
    "OffsetDateTime, 2024-02-29Z",
    "OffsetDateTime, x",
    "ZonedDateTime, 2024-02-29T23%3A05+05%3A00%5BEurope/Paris%5D",
    "ZonedDateTime, 2024-02-29T23%3A05+01%3A00%5BEurope/Paris",
    "ZonedDateTime, %5B%5D",
    "ZonedDateTime, 2024-02-29T23%3A05Z%5BZ%5D",
    "Duration, PT1H",
    "Duration, PT1.0S",
    "Duration, PT1E3S",
    "Duration, PT1E999999999S",
    "Duration, PT0.0000000001S",
    "Duration, PT9223372036854775808S",
    "Duration, PTS",
    "Period, P1W",
    "Period, P14D0M",
    "Year, 02024",
    "Year, 1000000000",
    "YearMonth, 2024-13",
    "YearMonth, 12345-01",
    "MonthDay, --02-30",
    "ZoneId, Atlantis/Capital",
    "ZoneId, UTC+1",
    "ZoneOffset, +1",
    "ZoneOffset, UTC",
    "UUID, 1-1-1-1-1",
    "UUID, 123E4567-e89b-12d3-a456-426614174000",
    "Locale, en_GB_",
    "optional(int), ~none1",
    "optional(int), ~none0",
    "optional(int), ~nonex",
    "optional(int), ~null1",
    "list(String), a",
    "list(String), %28a%29"
  })
  void anotherSpellingIsRefused(String name, String text) {
    PartType<?> part =
        GoldenKeys.all().stream()
            .map(GoldenKeys.Golden::part)
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> part.read(text))
        .withMessage("\"" + text + "\" is not the text of a key part of type " + name);
  }

  @Test
  void aSetOutOfOrderOrWithDoublesIsRefused() {
    PartType<Set<String>> set = PartTypes.set(PartTypes.STRING);
    assertThat(set.read("(a,b)")).isEqualTo(List.of("a", "b"));
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> set.read("(b,a)"));
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> set.read("(a,a)"));
  }

  @Test
  void deepNestingReadsBack() {
    PartType<?> part = PartTypes.STRING;
    Object value = "x";
    for (int i = 0; i < 200; i++) {
      part = PartTypes.list(part);
      value = List.of(value);
    }
    KeyShape<CompositeKey> shape = KeyShape.composite(part);
    CompositeKey key = shape.key(value);
    assertThat(shape.text(key)).isEqualTo("(".repeat(200) + "x" + ")".repeat(200));
    assertThat(shape.parse(shape.text(key))).isEqualTo(key);
  }

  @Test
  void veryLongPartsReadBack() {
    KeyShape<CompositeKey> shape =
        KeyShape.composite(PartTypes.STRING, PartTypes.list(PartTypes.STRING));
    CompositeKey key = shape.key(": %".repeat(300_000), Collections.nCopies(100_000, "a,b"));
    assertThat(shape.parse(shape.text(key))).isEqualTo(key);
  }

  private static final class OddDecimal extends BigDecimal {
    private static final long serialVersionUID = 1L;

    OddDecimal(String text) {
      super(text);
    }

    @Override
    public boolean equals(Object other) {
      return false;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public BigInteger unscaledValue() {
      return new OddInteger(super.unscaledValue().toString());
    }

    @Override
    public String toString() {
      throw new AssertionError("toString of a user's class was called");
    }
  }

  private static final class OddInteger extends BigInteger {
    private static final long serialVersionUID = 1L;

    OddInteger(String text) {
      super(text);
    }

    @Override
    public String toString() {
      throw new AssertionError("toString of a user's class was called");
    }
  }

  private static final class BrokenText implements KeyPart<Object> {
    @Override
    public String format(Object value) {
      return null;
    }

    @Override
    public Object parse(String text) {
      return text;
    }
  }
}
