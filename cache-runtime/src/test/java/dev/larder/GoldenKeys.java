package dev.larder;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Texts that are in stores out there. A change here makes every key of the type another one: it is
 * a new format and needs a new version of all caches.
 */
final class GoldenKeys {
  /** A value of a part and its text. */
  record Golden(PartType<?> part, Object value, String text) {}

  private static final LocalDateTime DAY = LocalDateTime.of(2024, 2, 29, 23, 5, 9, 7_000_000);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final List<Golden> all = new ArrayList<>();

  private GoldenKeys() {
    scalars();
    floats();
    numbersAndNames();
    times();
    dates();
    zones();
    containers();
  }

  static List<Golden> all() {
    return List.copyOf(new GoldenKeys().all);
  }

  private void add(PartType<?> part, Object value, String text) {
    all.add(new Golden(part, value, text));
  }

  private void scalars() {
    add(PartTypes.BOOLEAN, true, "true");
    add(PartTypes.BYTE, (byte) -128, "-128");
    add(PartTypes.SHORT, (short) 32767, "32767");
    add(PartTypes.INT, -42, "-42");
    add(PartTypes.LONG, 7L, "7");
    add(PartTypes.LONG, Long.MIN_VALUE, "-9223372036854775808");
    add(PartTypes.LONG, null, "~null");
    add(PartTypes.CHAR, 'a', "a");
    add(PartTypes.CHAR, ':', "%3A");
    add(PartTypes.CHAR, '\uD83D', "%uD83D");
    add(PartTypes.STRING, "EU", "EU");
    add(PartTypes.STRING, "", "~empty");
    add(PartTypes.STRING, "null", "null");
    add(PartTypes.STRING, "~null", "%7Enull");
    add(PartTypes.STRING, "a:b c*", "a%3Ab%20c%2A");
    add(PartTypes.STRING, "Zürich 東京\u00A0", "Zürich%20東京%u00A0");
    add(PartTypes.enumOf(DayOfWeek.class), DayOfWeek.MONDAY, "MONDAY");
  }

  private void floats() {
    add(PartTypes.DOUBLE, 1.5, "1.5");
    add(PartTypes.DOUBLE, 100.0, "100.0");
    add(PartTypes.DOUBLE, -0.0, "-0.0");
    add(PartTypes.DOUBLE, 2.0E-3, "0.002");
    add(PartTypes.DOUBLE, 2E23, "2.0E23");
    add(PartTypes.DOUBLE, Double.MIN_VALUE, "4.9E-324");
    add(PartTypes.DOUBLE, Double.NaN, "NaN");
    add(PartTypes.DOUBLE, Double.NEGATIVE_INFINITY, "-Infinity");
    add(PartTypes.FLOAT, 0.1f, "0.1");
    add(PartTypes.FLOAT, 1.0E10f, "1.0E10");
    add(PartTypes.FLOAT, Float.NaN, "NaN");
  }

  private void numbersAndNames() {
    add(PartTypes.BIG_INTEGER, BigInteger.TWO.pow(70), "1180591620717411303424");
    add(PartTypes.BIG_DECIMAL, new BigDecimal("1.50"), "1.50");
    add(PartTypes.BIG_DECIMAL, new BigDecimal("1E+3"), "1E+3");
    add(PartTypes.BIG_DECIMAL, new BigDecimal("0E-9"), "0E-9");
    add(PartTypes.BIG_DECIMAL, new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE), "1E+2147483648");
    add(
        PartTypes.BIG_DECIMAL,
        new BigDecimal(BigInteger.TEN, Integer.MAX_VALUE),
        "1.0E-2147483646");
    UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
    add(PartTypes.UUID, uuid, "123e4567-e89b-12d3-a456-426614174000");
    add(PartTypes.UUID, new UUID(0, 1), "00000000-0000-0000-0000-000000000001");
    add(PartTypes.URI, URI.create("https://Example.org/a?b=c"), "https%3A//Example.org/a%3Fb=c");
    add(PartTypes.URI, URI.create(""), "~empty");
    add(PartTypes.LOCALE, Locale.UK, "en_GB");
    add(PartTypes.LOCALE, Locale.ROOT, "~empty");
    add(PartTypes.LOCALE, Locale.forLanguageTag("zh-Hant-TW"), "zh_TW_Hant");
    add(PartTypes.keyed("Currency", new CurrencyText()), Currency.getInstance("EUR"), "EUR");
  }

  private void times() {
    add(PartTypes.INSTANT, Instant.ofEpochSecond(0), "1970-01-01T00%3A00%3A00Z");
    add(PartTypes.INSTANT, Instant.MAX, "+1000000000-12-31T23%3A59%3A59.999999999Z");
    add(PartTypes.INSTANT, Instant.MIN, "-1000000000-01-01T00%3A00%3A00Z");
    add(PartTypes.LOCAL_TIME, LocalTime.of(9, 30), "09%3A30");
    add(PartTypes.LOCAL_TIME, LocalTime.MAX, "23%3A59%3A59.999999999");
    add(PartTypes.LOCAL_DATE_TIME, DAY, "2024-02-29T23%3A05%3A09.007");
    add(PartTypes.LOCAL_DATE_TIME, LocalDateTime.MIN, "-999999999-01-01T00%3A00");
    add(PartTypes.OFFSET_TIME, LocalTime.NOON.atOffset(ZoneOffset.UTC), "12%3A00Z");
    add(PartTypes.OFFSET_TIME, OffsetTime.MIN, "00%3A00+18%3A00");
    add(
        PartTypes.OFFSET_DATE_TIME,
        DAY.atOffset(ZoneOffset.ofHours(-3)),
        "2024-02-29T23%3A05%3A09.007-03%3A00");
    add(
        PartTypes.OFFSET_DATE_TIME,
        OffsetDateTime.MAX,
        "+999999999-12-31T23%3A59%3A59.999999999-18%3A00");
    add(
        PartTypes.ZONED_DATE_TIME,
        DAY.atZone(PARIS),
        "2024-02-29T23%3A05%3A09.007+01%3A00%5BEurope/Paris%5D");
    add(PartTypes.ZONED_DATE_TIME, DAY.atZone(ZoneOffset.UTC), "2024-02-29T23%3A05%3A09.007Z");
    ZonedDateTime summer = ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0, PARIS);
    add(PartTypes.ZONED_DATE_TIME, summer, "2024-10-27T02%3A30+02%3A00%5BEurope/Paris%5D");
    add(
        PartTypes.ZONED_DATE_TIME,
        summer.plusHours(1),
        "2024-10-27T02%3A30+01%3A00%5BEurope/Paris%5D");
    add(
        PartTypes.ZONED_DATE_TIME,
        DAY.atZone(ZoneId.of("UTC+1")),
        "2024-02-29T23%3A05%3A09.007+01%3A00%5BUTC+01%3A00%5D");
  }

  private void dates() {
    add(PartTypes.LOCAL_DATE, LocalDate.of(2024, 2, 29), "2024-02-29");
    add(PartTypes.LOCAL_DATE, LocalDate.of(-5, 1, 1), "-0005-01-01");
    add(PartTypes.LOCAL_DATE, LocalDate.MAX, "+999999999-12-31");
    add(PartTypes.DURATION, Duration.ZERO, "PT0S");
    add(PartTypes.DURATION, Duration.ofMinutes(90), "PT5400S");
    add(PartTypes.DURATION, Duration.ofMillis(-500), "PT-0.5S");
    add(
        PartTypes.DURATION,
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        "PT9223372036854775807.999999999S");
    add(PartTypes.DURATION, Duration.ofSeconds(Long.MIN_VALUE), "PT-9223372036854775808S");
    add(PartTypes.PERIOD, Period.of(1, 2, -3), "P1Y2M-3D");
    add(PartTypes.PERIOD, Period.ZERO, "P0D");
    add(
        PartTypes.PERIOD,
        Period.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
        "P-2147483648Y2147483647D");
    add(PartTypes.YEAR, Year.of(2024), "2024");
    add(PartTypes.YEAR, Year.of(12345), "12345");
    add(PartTypes.YEAR, Year.of(Year.MIN_VALUE), "-999999999");
    add(PartTypes.YEAR_MONTH, YearMonth.of(2024, 2), "2024-02");
    add(PartTypes.YEAR_MONTH, YearMonth.of(12345, 2), "+12345-02");
    add(PartTypes.YEAR_MONTH, YearMonth.of(-1, 12), "-0001-12");
    add(PartTypes.MONTH_DAY, MonthDay.of(2, 29), "--02-29");
  }

  private void zones() {
    add(PartTypes.ZONE_ID, PARIS, "Europe/Paris");
    add(PartTypes.ZONE_ID, ZoneId.of("UTC"), "UTC");
    add(PartTypes.ZONE_ID, ZoneOffset.UTC, "Z");
    add(PartTypes.ZONE_ID, ZoneId.of("GMT+2"), "GMT+02%3A00");
    add(PartTypes.ZONE_OFFSET, ZoneOffset.UTC, "Z");
    add(PartTypes.ZONE_OFFSET, ZoneOffset.ofTotalSeconds(-3723), "-01%3A02%3A03");
  }

  private void containers() {
    PartType<List<String>> strings = PartTypes.list(PartTypes.STRING);
    add(strings, List.of(), "()");
    add(strings, List.of(""), "(~empty)");
    add(strings, Arrays.asList("a", null, "b,(c)"), "(a,~null,b%2C%28c%29)");
    add(strings, null, "~null");
    add(
        PartTypes.list(strings),
        List.of(List.of(), List.of("a", "b"), List.of("c")),
        "((),(a,b),(c))");
    add(PartTypes.array(PartTypes.LONG), new long[] {3, 1, 2}, "(3,1,2)");
    add(
        PartTypes.array(PartTypes.array(PartTypes.INT)),
        new int[][] {{1}, {}, {2, 3}},
        "((1),(),(2,3))");
    add(PartTypes.array(PartTypes.STRING), new String[] {"x", null}, "(x,~null)");
    add(
        PartTypes.set(PartTypes.STRING),
        new LinkedHashSet<>(Arrays.asList("b", null, "a", "~")),
        "(%7E,a,b,~null)");
    add(PartTypes.set(PartTypes.INT), new LinkedHashSet<>(List.of(9, 10)), "(10,9)");
    add(PartTypes.optional(PartTypes.STRING), Optional.of("x"), "x");
    add(PartTypes.optional(PartTypes.STRING), Optional.of(""), "~empty");
    add(PartTypes.optional(PartTypes.STRING), Optional.empty(), "~none");
    add(PartTypes.optional(PartTypes.STRING), null, "~null");
    PartType<Optional<Integer>> inner = PartTypes.optional(PartTypes.INT);
    add(PartTypes.optional(inner), Optional.of(Optional.of(1)), "1");
    add(PartTypes.optional(inner), Optional.of(Optional.empty()), "~none1");
    add(
        PartTypes.optional(PartTypes.optional(inner)),
        Optional.of(Optional.of(Optional.empty())),
        "~none2");
    add(PartTypes.OPTIONAL_INT, OptionalInt.of(5), "5");
    add(PartTypes.OPTIONAL_LONG, OptionalLong.empty(), "~none");
    add(PartTypes.OPTIONAL_DOUBLE, OptionalDouble.of(-0.0), "-0.0");
    add(PartTypes.LONG, PartTypes.absentRecord(1), "~null1");
    add(PartTypes.STRING, PartTypes.absentRecord(12), "~null12");
  }

  private static final class CurrencyText implements KeyPart<Currency> {
    @Override
    public String format(Currency value) {
      return value.getCurrencyCode();
    }

    @Override
    public Currency parse(String text) {
      return Currency.getInstance(text);
    }
  }
}
