package dev.larder.generated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The serializers of the platform's types, and those that are put together of others. */
public final class Serializers {
  /** Of texts. */
  public static final ValueSerializer<String> STRING = new TextSerializer();

  /** Of character sequences, which come back as {@code String}. */
  public static final ValueSerializer<CharSequence> CHAR_SEQUENCE =
      STRING.mapped(CharSequence::toString, text -> text);

  /** Of {@code Boolean}. */
  public static final ValueSerializer<Boolean> BOOLEAN =
      new ScalarSerializer<>((out, value) -> out.writeBoolean(value), Bounds::flag);

  /** Of {@code Byte}. */
  public static final ValueSerializer<Byte> BYTE =
      new ScalarSerializer<>((out, value) -> out.writeByte(value), in -> in.readByte());

  /** Of {@code Short}. */
  public static final ValueSerializer<Short> SHORT =
      new ScalarSerializer<>((out, value) -> out.writeShort(value), in -> in.readShort());

  /** Of {@code Character}. */
  public static final ValueSerializer<Character> CHARACTER =
      new ScalarSerializer<>((out, value) -> out.writeChar(value), in -> in.readChar());

  /** Of {@code Integer}. */
  public static final ValueSerializer<Integer> INTEGER =
      new ScalarSerializer<>(
          (out, value) -> out.writeVarInt(value, false), in -> in.readVarInt(false));

  /** Of {@code Long}. */
  public static final ValueSerializer<Long> LONG =
      new ScalarSerializer<>(
          (out, value) -> out.writeVarLong(value, false), in -> in.readVarLong(false));

  /** Of {@code Float}. */
  public static final ValueSerializer<Float> FLOAT =
      new ScalarSerializer<>((out, value) -> out.writeFloat(value), in -> in.readFloat());

  /** Of {@code Double}. */
  public static final ValueSerializer<Double> DOUBLE =
      new ScalarSerializer<>((out, value) -> out.writeDouble(value), in -> in.readDouble());

  /** Of {@code boolean[]}. */
  public static final ValueSerializer<boolean[]> BOOLEANS = PrimitiveArrays.BOOLEANS;

  /** Of {@code byte[]}. */
  public static final ValueSerializer<byte[]> BYTES = PrimitiveArrays.BYTES;

  /** Of {@code short[]}. */
  public static final ValueSerializer<short[]> SHORTS = PrimitiveArrays.SHORTS;

  /** Of {@code char[]}. */
  public static final ValueSerializer<char[]> CHARS = PrimitiveArrays.CHARS;

  /** Of {@code int[]}. */
  public static final ValueSerializer<int[]> INTS = PrimitiveArrays.INTS;

  /** Of {@code long[]}. */
  public static final ValueSerializer<long[]> LONGS = PrimitiveArrays.LONGS;

  /** Of {@code float[]}. */
  public static final ValueSerializer<float[]> FLOATS = PrimitiveArrays.FLOATS;

  /** Of {@code double[]}. */
  public static final ValueSerializer<double[]> DOUBLES = PrimitiveArrays.DOUBLES;

  /** Of {@code BigInteger}. */
  public static final ValueSerializer<BigInteger> BIG_INTEGER =
      BYTES.mapped(BigInteger::toByteArray, BigInteger::new);

  /** Of {@code BigDecimal}, with its scale. */
  public static final ValueSerializer<BigDecimal> BIG_DECIMAL = PlatformValues.BIG_DECIMAL;

  /** Of {@code UUID}. */
  public static final ValueSerializer<UUID> UUID =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
          },
          in -> new UUID(in.readLong(), in.readLong()));

  /** Of {@code URI}, by its text. */
  public static final ValueSerializer<URI> URI =
      STRING.mapped(java.net.URI::toString, java.net.URI::create);

  /** Of {@code Locale}. */
  public static final ValueSerializer<Locale> LOCALE = PlatformValues.LOCALE;

  /** Of {@code Currency}, by its code. */
  public static final ValueSerializer<Currency> CURRENCY =
      STRING.mapped(Currency::getCurrencyCode, Currency::getInstance);

  /** Of {@code java.util.Date}. */
  public static final ValueSerializer<Date> DATE = LONG.mapped(Date::getTime, Date::new);

  /** Of {@code OptionalInt}. */
  public static final ValueSerializer<OptionalInt> OPTIONAL_INT = PlatformValues.OPTIONAL_INT;

  /** Of {@code OptionalLong}. */
  public static final ValueSerializer<OptionalLong> OPTIONAL_LONG = PlatformValues.OPTIONAL_LONG;

  /** Of {@code OptionalDouble}. */
  public static final ValueSerializer<OptionalDouble> OPTIONAL_DOUBLE =
      PlatformValues.OPTIONAL_DOUBLE;

  /** Of {@code Instant}. */
  public static final ValueSerializer<Instant> INSTANT = TimeValues.INSTANT;

  /** Of {@code Duration}. */
  public static final ValueSerializer<Duration> DURATION = TimeValues.DURATION;

  /** Of {@code Period}. */
  public static final ValueSerializer<Period> PERIOD = TimeValues.PERIOD;

  /** Of {@code LocalDate}. */
  public static final ValueSerializer<LocalDate> LOCAL_DATE = TimeValues.LOCAL_DATE;

  /** Of {@code LocalTime}. */
  public static final ValueSerializer<LocalTime> LOCAL_TIME = TimeValues.LOCAL_TIME;

  /** Of {@code LocalDateTime}. */
  public static final ValueSerializer<LocalDateTime> LOCAL_DATE_TIME = TimeValues.LOCAL_DATE_TIME;

  /** Of {@code OffsetTime}. */
  public static final ValueSerializer<OffsetTime> OFFSET_TIME = TimeValues.OFFSET_TIME;

  /** Of {@code OffsetDateTime}. */
  public static final ValueSerializer<OffsetDateTime> OFFSET_DATE_TIME =
      TimeValues.OFFSET_DATE_TIME;

  /** Of {@code ZonedDateTime}. */
  public static final ValueSerializer<ZonedDateTime> ZONED_DATE_TIME = TimeValues.ZONED_DATE_TIME;

  /** Of {@code Year}. */
  public static final ValueSerializer<Year> YEAR = TimeValues.YEAR;

  /** Of {@code YearMonth}. */
  public static final ValueSerializer<YearMonth> YEAR_MONTH = TimeValues.YEAR_MONTH;

  /** Of {@code MonthDay}. */
  public static final ValueSerializer<MonthDay> MONTH_DAY = TimeValues.MONTH_DAY;

  /** Of {@code ZoneId}. */
  public static final ValueSerializer<ZoneId> ZONE_ID = TimeValues.ZONE_ID;

  /** Of {@code ZoneOffset}. */
  public static final ValueSerializer<ZoneOffset> ZONE_OFFSET = TimeValues.ZONE_OFFSET;

  /** Of {@code DayOfWeek}. */
  public static final ValueSerializer<DayOfWeek> DAY_OF_WEEK = enumOf(DayOfWeek.class);

  /** Of {@code Month}. */
  public static final ValueSerializer<Month> MONTH = enumOf(Month.class);

  private Serializers() {}

  /** Of an enum's constants, by their names. */
  public static <E extends Enum<E>> ValueSerializer<E> enumOf(Class<E> type) {
    return new EnumSerializer<>(type);
  }

  /** Of an {@code Optional}. */
  public static <E> ValueSerializer<Optional<E>> optional(ValueSerializer<E> element) {
    return new OptionalSerializer<>(element);
  }

  /** Of arrays of objects. */
  public static <E> ValueSerializer<E[]> array(ValueSerializer<E> element, IntFunction<E[]> array) {
    return new ArraySerializer<>(element, array);
  }

  /** Of any collection. */
  public static <E> ValueSerializer<Collection<E>> collection(ValueSerializer<E> element) {
    return new CollectionSerializer<>(Collection.class, element);
  }

  /** Of collections of one class, which are made empty. */
  public static <E, C extends Collection<E>> ValueSerializer<C> collection(
      ValueSerializer<E> element, Supplier<C> empty) {
    return new NewCollectionSerializer<>(element, empty);
  }

  /** Of lists. */
  public static <E> ValueSerializer<List<E>> list(ValueSerializer<E> element) {
    return new CollectionSerializer<>(List.class, element);
  }

  /** Of sets. */
  public static <E> ValueSerializer<Set<E>> set(ValueSerializer<E> element) {
    return new CollectionSerializer<>(Set.class, element);
  }

  /** Of sets that are sorted by the natural order. */
  public static <E> ValueSerializer<SortedSet<E>> sortedSet(ValueSerializer<E> element) {
    return new CollectionSerializer<>(SortedSet.class, element);
  }

  /** Of sets that are sorted by the natural order. */
  public static <E> ValueSerializer<NavigableSet<E>> navigableSet(ValueSerializer<E> element) {
    return new CollectionSerializer<>(NavigableSet.class, element);
  }

  /** Of queues. */
  public static <E> ValueSerializer<Queue<E>> queue(ValueSerializer<E> element) {
    return new CollectionSerializer<>(Queue.class, element);
  }

  /** Of queues with two ends. */
  public static <E> ValueSerializer<Deque<E>> deque(ValueSerializer<E> element) {
    return new CollectionSerializer<>(Deque.class, element);
  }

  /** Of maps. */
  public static <K, V> ValueSerializer<Map<K, V>> map(
      ValueSerializer<K> key, ValueSerializer<V> value) {
    return new MapSerializer<>(Map.class, key, value);
  }

  /** Of maps of one class, which are made empty. */
  public static <K, V, M extends Map<K, V>> ValueSerializer<M> map(
      ValueSerializer<K> key, ValueSerializer<V> value, Supplier<M> empty) {
    return new NewMapSerializer<>(key, value, empty);
  }

  /** Of maps that are sorted by the natural order. */
  public static <K, V> ValueSerializer<SortedMap<K, V>> sortedMap(
      ValueSerializer<K> key, ValueSerializer<V> value) {
    return new MapSerializer<>(SortedMap.class, key, value);
  }

  /** Of maps that are sorted by the natural order. */
  public static <K, V> ValueSerializer<NavigableMap<K, V>> navigableMap(
      ValueSerializer<K> key, ValueSerializer<V> value) {
    return new MapSerializer<>(NavigableMap.class, key, value);
  }

  /** Of maps that threads may share. */
  public static <K, V> ValueSerializer<ConcurrentMap<K, V>> concurrentMap(
      ValueSerializer<K> key, ValueSerializer<V> value) {
    return new MapSerializer<>(ConcurrentMap.class, key, value);
  }

  /** Of a map's entries. */
  public static <K, V> ValueSerializer<Map.Entry<K, V>> entry(
      ValueSerializer<K> key, ValueSerializer<V> value) {
    return new EntrySerializer<>(key, value);
  }

  /** Of values that are of one of several classes. */
  @SafeVarargs
  public static <T> ValueSerializer<T> oneOf(Choice<? extends T>... choices) {
    List<Choice<? extends T>> all = new ArrayList<>();
    for (Choice<? extends T> choice : choices) {
      all.add(choice);
    }
    return oneOf(all);
  }

  /** Of values that are of one of several classes. */
  public static <T> ValueSerializer<T> oneOf(List<Choice<? extends T>> choices) {
    return new OneOfSerializer<>(choices);
  }

  /**
   * One of the classes that a value may be of.
   *
   * @param tag what says so in the bytes: a hash of its name and shape
   */
  public static <T> Choice<T> choice(
      Class<? super T> type, int tag, ValueSerializer<T> serializer) {
    return new Choice<>(type, tag, serializer);
  }
}
