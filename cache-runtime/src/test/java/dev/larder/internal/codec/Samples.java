package dev.larder.internal.codec;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of the kinds that people keep in caches. */
public final class Samples {
  private Samples() {}

  /** An enum whose text is not its name. */
  public enum Size {
    SMALL,
    LARGE {
      @Override
      public String toString() {
        return "huge";
      }
    }
  }

  /** Scalars. */
  public record Row(
      long id,
      @Nullable String name,
      boolean flag,
      char sign,
      byte small,
      float ratio,
      double[] weights,
      byte[] bytes,
      @Nullable Integer count,
      BigDecimal price,
      BigInteger huge,
      UUID uuid,
      URI uri,
      Size size)
      implements Serializable {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row that
          && id == that.id
          && Objects.equals(name, that.name)
          && flag == that.flag
          && sign == that.sign
          && small == that.small
          && Float.compare(ratio, that.ratio) == 0
          && Arrays.equals(weights, that.weights)
          && Arrays.equals(bytes, that.bytes)
          && Objects.equals(count, that.count)
          && List.of(price, huge, uuid, uri, size)
              .equals(List.of(that.price, that.huge, that.uuid, that.uri, that.size));
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }
  }

  /** One that uses all that a row has. */
  public static Row row() {
    return new Row(
        Long.MAX_VALUE,
        "täglich \"\n\u0000\uD83D\uDE00",
        true,
        'ß',
        (byte) -7,
        0.1f,
        new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY, -0.0},
        new byte[] {0, 1, -1},
        null,
        new BigDecimal("1.10"),
        BigInteger.TEN.pow(40),
        new UUID(1, 2),
        URI.create("urn:x:y"),
        Size.LARGE);
  }

  /** Times. */
  public record Times(
      Instant instant,
      LocalDate date,
      LocalTime time,
      LocalDateTime dateTime,
      ZonedDateTime zoned,
      OffsetDateTime offset,
      OffsetTime offsetTime,
      Duration duration,
      Period period,
      Year year,
      YearMonth yearMonth,
      MonthDay monthDay,
      ZoneId zone,
      ZoneOffset zoneOffset,
      DayOfWeek day)
      implements Serializable {}

  /** One that uses nanoseconds and zones. */
  public static Times times() {
    LocalDateTime moment = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_456_789);
    return new Times(
        Instant.parse("2024-02-29T23:59:59.123456789Z"),
        moment.toLocalDate(),
        moment.toLocalTime(),
        moment,
        moment.atZone(ZoneId.of("Europe/Berlin")),
        moment.atOffset(ZoneOffset.ofHoursMinutes(5, 30)),
        moment.toLocalTime().atOffset(ZoneOffset.UTC),
        Duration.ofSeconds(90, 1),
        Period.of(1, 2, 3),
        Year.of(2024),
        YearMonth.of(2024, 2),
        MonthDay.of(2, 29),
        ZoneId.of("America/New_York"),
        ZoneOffset.ofHours(-3),
        DayOfWeek.FRIDAY);
  }

  /** A closed family. */
  public sealed interface Shape extends Serializable permits Circle, Square, Group, Nothing {}

  /** One of it. */
  public record Circle(double radius) implements Shape {}

  /** One of it, as a class with fields. */
  public static final class Square implements Shape {
    private static final long serialVersionUID = 1L;

    private final int side;

    private Square() {
      this(0);
    }

    /** Of that side. */
    public Square(int side) {
      this.side = side;
    }

    /** A part of the state to those that go by getters, and no field. */
    public int getArea() {
      return side * side;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Square that && side == that.side;
    }

    @Override
    public int hashCode() {
      return side;
    }
  }

  /** One of it, made of others. */
  public record Group(List<Shape> shapes, @Nullable Shape frame) implements Shape {}

  /** One of it, without components. */
  public record Nothing() implements Shape {}

  /** With a type of its own choice. */
  public record Page<T>(List<T> rows, int number) implements Serializable {}

  /** Containers. */
  public record Containers(
      List<String> immutable,
      List<@Nullable String> withNulls,
      Set<Integer> set,
      Map<String, List<Map<Size, int[]>>> nested,
      EnumMap<Size, String> bySize,
      SortedMap<LocalDate, Long> byDate,
      String[] array,
      long[][] grid,
      @Nullable List<String> none)
      implements Serializable {}

  /** The classes of the family. */
  public static Class<?>[] shapes() {
    return new Class<?>[] {Shape.class, Circle.class, Square.class, Group.class, Nothing.class};
  }

  /** The classes of {@link Times}. */
  public static Class<?>[] timeClasses() {
    return Arrays.stream(Times.class.getRecordComponents())
        .map(component -> (Class<?>) component.getType())
        .toArray(Class<?>[]::new);
  }
}
