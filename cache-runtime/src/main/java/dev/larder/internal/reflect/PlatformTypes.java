package dev.larder.internal.reflect;

import static java.util.Map.entry;

import dev.larder.generated.Serializers;
import dev.larder.generated.ValueSerializer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of the platform that can be written, by their classes. */
final class PlatformTypes {
  private static final Map<Class<?>, ValueSerializer<?>> PLAIN =
      Map.ofEntries(
          entry(boolean.class, Serializers.BOOLEAN),
          entry(byte.class, Serializers.BYTE),
          entry(short.class, Serializers.SHORT),
          entry(char.class, Serializers.CHARACTER),
          entry(int.class, Serializers.INTEGER),
          entry(long.class, Serializers.LONG),
          entry(float.class, Serializers.FLOAT),
          entry(double.class, Serializers.DOUBLE),
          entry(Boolean.class, Serializers.BOOLEAN),
          entry(Byte.class, Serializers.BYTE),
          entry(Short.class, Serializers.SHORT),
          entry(Character.class, Serializers.CHARACTER),
          entry(Integer.class, Serializers.INTEGER),
          entry(Long.class, Serializers.LONG),
          entry(Float.class, Serializers.FLOAT),
          entry(Double.class, Serializers.DOUBLE),
          entry(String.class, Serializers.STRING),
          entry(CharSequence.class, Serializers.CHAR_SEQUENCE),
          entry(boolean[].class, Serializers.BOOLEANS),
          entry(byte[].class, Serializers.BYTES),
          entry(short[].class, Serializers.SHORTS),
          entry(char[].class, Serializers.CHARS),
          entry(int[].class, Serializers.INTS),
          entry(long[].class, Serializers.LONGS),
          entry(float[].class, Serializers.FLOATS),
          entry(double[].class, Serializers.DOUBLES),
          entry(BigInteger.class, Serializers.BIG_INTEGER),
          entry(BigDecimal.class, Serializers.BIG_DECIMAL),
          entry(UUID.class, Serializers.UUID),
          entry(URI.class, Serializers.URI),
          entry(Locale.class, Serializers.LOCALE),
          entry(Currency.class, Serializers.CURRENCY),
          entry(Date.class, Serializers.DATE),
          entry(OptionalInt.class, Serializers.OPTIONAL_INT),
          entry(OptionalLong.class, Serializers.OPTIONAL_LONG),
          entry(OptionalDouble.class, Serializers.OPTIONAL_DOUBLE),
          entry(Instant.class, Serializers.INSTANT),
          entry(Duration.class, Serializers.DURATION),
          entry(Period.class, Serializers.PERIOD),
          entry(LocalDate.class, Serializers.LOCAL_DATE),
          entry(LocalTime.class, Serializers.LOCAL_TIME),
          entry(LocalDateTime.class, Serializers.LOCAL_DATE_TIME),
          entry(OffsetTime.class, Serializers.OFFSET_TIME),
          entry(OffsetDateTime.class, Serializers.OFFSET_DATE_TIME),
          entry(ZonedDateTime.class, Serializers.ZONED_DATE_TIME),
          entry(Year.class, Serializers.YEAR),
          entry(YearMonth.class, Serializers.YEAR_MONTH),
          entry(MonthDay.class, Serializers.MONTH_DAY),
          entry(ZoneId.class, Serializers.ZONE_ID),
          entry(ZoneOffset.class, Serializers.ZONE_OFFSET));

  /** By the serializers of their arguments. */
  private static final Map<Class<?>, Function<List<ValueSerializer<Object>>, ValueSerializer<?>>>
      COMPOSED =
          Map.ofEntries(
              entry(Optional.class, parts -> Serializers.optional(parts.get(0))),
              entry(Collection.class, parts -> Serializers.collection(parts.get(0))),
              entry(List.class, parts -> Serializers.list(parts.get(0))),
              entry(Set.class, parts -> Serializers.set(parts.get(0))),
              entry(SortedSet.class, parts -> Serializers.sortedSet(parts.get(0))),
              entry(NavigableSet.class, parts -> Serializers.navigableSet(parts.get(0))),
              entry(Queue.class, parts -> Serializers.queue(parts.get(0))),
              entry(Deque.class, parts -> Serializers.deque(parts.get(0))),
              entry(Map.class, parts -> Serializers.map(parts.get(0), parts.get(1))),
              entry(SortedMap.class, parts -> Serializers.sortedMap(parts.get(0), parts.get(1))),
              entry(
                  NavigableMap.class,
                  parts -> Serializers.navigableMap(parts.get(0), parts.get(1))),
              entry(
                  ConcurrentMap.class,
                  parts -> Serializers.concurrentMap(parts.get(0), parts.get(1))),
              entry(Map.Entry.class, parts -> Serializers.entry(parts.get(0), parts.get(1))));

  private PlatformTypes() {}

  /** How values of a type of the platform are written; null for any other type. */
  static @Nullable ValueSerializer<?> of(Class<?> type, List<ValueSerializer<Object>> parts) {
    ValueSerializer<?> plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    Function<List<ValueSerializer<Object>>, ValueSerializer<?>> composed = COMPOSED.get(type);
    return composed == null ? null : composed.apply(parts);
  }
}
