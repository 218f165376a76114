package dev.larder.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** The texts of those types of {@code java.time} whose own do not always read back. */
public final class TimeText {
  private TimeText() {}

  /** ISO 8601 in seconds alone: {@code PT90.5S}. */
  public static String of(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    return "PT" + seconds.stripTrailingZeros().toPlainString() + "S";
  }

  /** Reads {@link #of(Duration)}. */
  public static Duration duration(String text) {
    // with an exponent, few characters could be millions of digits
    if (!text.startsWith("PT")
        || !text.endsWith("S")
        || text.toUpperCase(Locale.ROOT).contains("E")) {
      throw new IllegalArgumentException("a duration is PT, plain seconds, S");
    }
    BigDecimal seconds = new BigDecimal(text.substring(2, text.length() - 1));
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Duration.ofSeconds(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValueExact());
  }

  /** Local time, offset, and the zone in brackets if it is not the offset itself. */
  public static String of(ZonedDateTime time) {
    String offset = time.toLocalDateTime().toString() + time.getOffset().getId();
    return time.getZone().equals(time.getOffset())
        ? offset
        : offset + "[" + time.getZone().getId() + "]";
  }

  /** Reads {@link #of(ZonedDateTime)}; where the clocks go back, the offset says which hour. */
  public static ZonedDateTime zonedDateTime(String text) {
    int bracket = text.indexOf('[');
    if (bracket < 0) {
      return offsetDateTime(text).toZonedDateTime();
    }
    OffsetDateTime time = offsetDateTime(text.substring(0, bracket));
    ZoneId zone = ZoneId.of(text.substring(bracket + 1, text.length() - 1));
    return ZonedDateTime.ofStrict(time.toLocalDateTime(), time.getOffset(), zone);
  }

  /** Reads what {@link OffsetDateTime#toString} writes. */
  public static OffsetDateTime offsetDateTime(String text) {
    int offset = offsetIndex(text, text.indexOf('T'));
    return OffsetDateTime.of(
        LocalDateTime.parse(text.substring(0, offset)), ZoneOffset.of(text.substring(offset)));
  }

  /** Reads what {@link OffsetTime#toString} writes. */
  public static OffsetTime offsetTime(String text) {
    int offset = offsetIndex(text, 0);
    return OffsetTime.of(
        LocalTime.parse(text.substring(0, offset)), ZoneOffset.of(text.substring(offset)));
  }

  private static int offsetIndex(String text, int from) {
    for (int i = Math.max(from, 0); i < text.length(); i++) {
      if ("Z+-".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no offset");
  }

  /** Reads what {@link Year#toString} writes, which has no sign beyond 9999. */
  public static Year year(String text) {
    return Year.of(Integer.parseInt(text));
  }

  /** Like a date, with its sign beyond the year 9999. */
  public static String of(YearMonth month) {
    String first = month.atDay(1).toString();
    return first.substring(0, first.length() - 3);
  }

  /** Reads {@link #of(YearMonth)}. */
  public static YearMonth yearMonth(String text) {
    return YearMonth.from(LocalDate.parse(text + "-01"));
  }
}
