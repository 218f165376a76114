package dev.larder;

import dev.larder.internal.text.DecimalText;
import dev.larder.internal.text.FloatingText;
import dev.larder.internal.text.LocaleText;
import dev.larder.internal.text.TimeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The types that the parts of a key can have. Types of one name have one normal form. */
public final class PartTypes {
  /** {@code boolean} and its box. */
  public static final PartType<Boolean> BOOLEAN =
      own("boolean", Boolean.class, Object::toString, Boolean::valueOf);

  /** {@code byte} and its box. */
  public static final PartType<Byte> BYTE =
      own("byte", Byte.class, Object::toString, Byte::valueOf);

  /** {@code short} and its box. */
  public static final PartType<Short> SHORT =
      own("short", Short.class, Object::toString, Short::valueOf);

  /** {@code int} and its box. */
  public static final PartType<Integer> INT =
      own("int", Integer.class, Object::toString, Integer::valueOf);

  /** {@code long} and its box. */
  public static final PartType<Long> LONG =
      own("long", Long.class, Object::toString, Long::valueOf);

  /** {@code char} and its box. */
  public static final PartType<Character> CHAR =
      own("char", Character.class, Object::toString, text -> text.charAt(0));

  /** {@code float} and its box; all NaNs are one, the two zeros are not. */
  public static final PartType<Float> FLOAT =
      own("float", Float.class, FloatingText::of, Float::valueOf);

  /** {@code double} and its box; all NaNs are one, the two zeros are not. */
  public static final PartType<Double> DOUBLE =
      own("double", Double.class, FloatingText::of, Double::valueOf);

  /** {@link String}. */
  public static final PartType<String> STRING =
      own("String", String.class, Function.identity(), Function.identity());

  /** {@link java.util.UUID}. */
  public static final PartType<java.util.UUID> UUID =
      own("UUID", java.util.UUID.class, Object::toString, java.util.UUID::fromString);

  /** {@link BigInteger}. */
  public static final PartType<BigInteger> BIG_INTEGER =
      new ExactNumberPart<>(
          BigInteger.class, value -> new BigInteger(value.toByteArray()), BigInteger::new);

  /** {@link BigDecimal}; those of different scales are different. */
  public static final PartType<BigDecimal> BIG_DECIMAL =
      new ExactNumberPart<>(
          BigDecimal.class,
          value ->
              new BigDecimal(new BigInteger(value.unscaledValue().toByteArray()), value.scale()),
          DecimalText::read);

  /** {@link java.net.URI}, by its exact text. */
  public static final PartType<java.net.URI> URI =
      new TextPart<>("URI", java.net.URI.class, Object::toString, text -> true);

  /** {@link Locale}, by the exact text of its fields. */
  public static final PartType<Locale> LOCALE =
      new TextPart<>("Locale", Locale.class, LocaleText::of, LocaleText::isText);

  /** {@link Instant}. */
  public static final PartType<Instant> INSTANT =
      time(Instant.class, Object::toString, Instant::parse);

  /** {@link LocalDate}. */
  public static final PartType<LocalDate> LOCAL_DATE =
      time(LocalDate.class, Object::toString, LocalDate::parse);

  /** {@link LocalTime}. */
  public static final PartType<LocalTime> LOCAL_TIME =
      time(LocalTime.class, Object::toString, LocalTime::parse);

  /** {@link LocalDateTime}. */
  public static final PartType<LocalDateTime> LOCAL_DATE_TIME =
      time(LocalDateTime.class, Object::toString, LocalDateTime::parse);

  /** {@link OffsetTime}. */
  public static final PartType<OffsetTime> OFFSET_TIME =
      time(OffsetTime.class, Object::toString, TimeText::offsetTime);

  /** {@link OffsetDateTime}; those of different offsets are different. */
  public static final PartType<OffsetDateTime> OFFSET_DATE_TIME =
      time(OffsetDateTime.class, Object::toString, TimeText::offsetDateTime);

  /** {@link ZonedDateTime}; those of different zones or offsets are different. */
  public static final PartType<ZonedDateTime> ZONED_DATE_TIME =
      time(ZonedDateTime.class, TimeText::of, TimeText::zonedDateTime);

  /** {@link Duration}. */
  public static final PartType<Duration> DURATION =
      time(Duration.class, TimeText::of, TimeText::duration);

  /** {@link Period}; twelve months are not a year. */
  public static final PartType<Period> PERIOD = time(Period.class, Object::toString, Period::parse);

  /** {@link Year}. */
  public static final PartType<Year> YEAR = time(Year.class, Object::toString, TimeText::year);

  /** {@link YearMonth}. */
  public static final PartType<YearMonth> YEAR_MONTH =
      time(YearMonth.class, TimeText::of, TimeText::yearMonth);

  /** {@link MonthDay}. */
  public static final PartType<MonthDay> MONTH_DAY =
      time(MonthDay.class, Object::toString, MonthDay::parse);

  /** {@link ZoneId}, offsets included. */
  public static final PartType<ZoneId> ZONE_ID = time(ZoneId.class, ZoneId::getId, ZoneId::of);

  /** {@link ZoneOffset}. */
  public static final PartType<ZoneOffset> ZONE_OFFSET =
      time(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);

  /** {@link OptionalInt}; the same as an {@link Optional} of {@link #INT}. */
  public static final PartType<OptionalInt> OPTIONAL_INT = new OptionalPart<>(INT);

  /** {@link OptionalLong}; the same as an {@link Optional} of {@link #LONG}. */
  public static final PartType<OptionalLong> OPTIONAL_LONG = new OptionalPart<>(LONG);

  /** {@link OptionalDouble}; the same as an {@link Optional} of {@link #DOUBLE}. */
  public static final PartType<OptionalDouble> OPTIONAL_DOUBLE = new OptionalPart<>(DOUBLE);

  private PartTypes() {}

  /** An enum, by the names of its constants. */
  public static <E extends Enum<E>> PartType<E> enumOf(Class<E> type) {
    String canonical = type.getCanonicalName();
    return own(
        canonical == null ? type.getName() : canonical,
        type,
        Enum::name,
        text -> Enum.valueOf(type, text));
  }

  /** An {@link Optional}; empty is not null. */
  public static <T> PartType<Optional<T>> optional(PartType<T> value) {
    return new OptionalPart<>(value);
  }

  /** A {@link List}, which may hold nulls. */
  public static <T> PartType<List<T>> list(PartType<T> element) {
    return new ListPart<>(element);
  }

  /**
   * A {@link Set}, which may hold null; in whatever order it has them, the same elements are one.
   */
  public static <T> PartType<Set<T>> set(PartType<T> element) {
    return new SetPart<>(element);
  }

  /**
   * An array; the same as a {@link List} of its elements.
   *
   * @param <A> the array's type, such as {@code long[]} for elements of {@link #LONG}
   */
  public static <A> PartType<A> array(PartType<?> element) {
    return new ListPart<>(element);
  }

  /** A type with a text of its own, under its full name. */
  public static <T> PartType<T> keyed(String typeName, KeyPart<T> part) {
    return TextPart.keyed(typeName, part);
  }

  /**
   * Stands in the first slot of a null record, whose other slots are null.
   *
   * @param levels how many records begin at this slot, from the innermost (1) to the null one
   */
  public static Object absentRecord(int levels) {
    return AbsentRecord.of(levels);
  }

  private static <T> PartType<T> time(
      Class<T> type, Function<T, String> writer, Function<String, T> reader) {
    return own(type.getSimpleName(), type, writer, reader);
  }

  private static <T> PartType<T> own(
      String name, Class<T> type, Function<T, String> writer, Function<String, T> reader) {
    return new OwnKeyPart<>(name, type, writer, reader);
  }
}
