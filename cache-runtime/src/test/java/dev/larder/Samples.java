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
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/** One sample of each part type, and random ones made of these. */
final class Samples {
  private static final String NASTY = ":%{*~,()\\ au0\u00A0\uD83D\uDE00ß東";
  private static final List<String> ZONES =
      List.of("Europe/Paris", "UTC", "GMT", "Z", "+01:00", "UTC+01:00", "America/St_Johns");

  static final List<Sample<?>> LEAVES =
      List.of(
          Sample.of(PartTypes.BOOLEAN, Random::nextBoolean, (v, r) -> !v),
          Sample.of(
              PartTypes.BYTE, r -> (byte) r.nextInt(), (v, r) -> (byte) (v ^ 1 << r.nextInt(8))),
          Sample.of(
              PartTypes.SHORT,
              r -> (short) r.nextInt(),
              (v, r) -> (short) (v ^ 1 << r.nextInt(16))),
          Sample.of(PartTypes.INT, Random::nextInt, (v, r) -> v ^ 1 << r.nextInt(32)),
          Sample.of(PartTypes.LONG, Random::nextLong, (v, r) -> v ^ 1L << r.nextInt(64)),
          Sample.of(
              PartTypes.CHAR, r -> (char) r.nextInt(), (v, r) -> (char) (v ^ 1 << r.nextInt(16))),
          Sample.of(
              PartTypes.FLOAT, Samples::aFloat, (v, r) -> r.nextBoolean() ? -v : Math.nextUp(v)),
          Sample.of(
              PartTypes.DOUBLE, Samples::aDouble, (v, r) -> r.nextBoolean() ? -v : Math.nextUp(v)),
          Sample.of(PartTypes.STRING, Samples::text, Samples::editedText),
          Sample.of(PartTypes.UUID, r -> new UUID(r.nextLong(), r.nextLong()), Samples::editedUuid),
          Sample.of(
              PartTypes.BIG_INTEGER,
              r -> new BigInteger(r.nextInt(80), r),
              (v, r) -> v.negate().flipBit(r.nextInt(90))),
          Sample.of(PartTypes.BIG_DECIMAL, Samples::aDecimal, Samples::editedDecimal),
          Sample.unequal(
              PartTypes.URI, Samples::aUri, Samples::editedUri, v -> URI.create(v.toString())),
          Sample.of(PartTypes.LOCALE, Samples::aLocale, (v, r) -> aLocale(r)),
          Sample.of(
              PartTypes.enumOf(DayOfWeek.class),
              r -> DayOfWeek.of(1 + r.nextInt(7)),
              (v, r) -> v.plus(1)),
          Sample.unequal(
              PartTypes.keyed("Token", new TokenText()),
              r -> new Token(text(r)),
              (v, r) -> new Token(editedText(v.text, r)),
              v -> new Token(v.text)),
          Sample.of(
              PartTypes.OPTIONAL_INT,
              r -> OptionalInt.of(r.nextInt()),
              (v, r) ->
                  v.isPresent() && r.nextBoolean()
                      ? OptionalInt.empty()
                      : OptionalInt.of(r.nextInt())),
          Sample.of(
              PartTypes.OPTIONAL_LONG,
              r -> OptionalLong.of(r.nextLong()),
              (v, r) ->
                  v.isPresent() && r.nextBoolean()
                      ? OptionalLong.empty()
                      : OptionalLong.of(r.nextLong())),
          Sample.of(
              PartTypes.OPTIONAL_DOUBLE,
              r -> OptionalDouble.of(aDouble(r)),
              (v, r) ->
                  v.isPresent() && r.nextBoolean()
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(aDouble(r))),
          Sample.of(
              PartTypes.INSTANT,
              r -> Instant.ofEpochSecond(r.nextInt() * 9L, nanos(r)),
              (v, r) -> v.plusNanos(step(r))),
          Sample.of(PartTypes.LOCAL_DATE, Samples::aDate, (v, r) -> v.plusDays(step(r))),
          Sample.of(PartTypes.LOCAL_TIME, Samples::aTime, (v, r) -> v.plusNanos(step(r))),
          Sample.of(PartTypes.LOCAL_DATE_TIME, Samples::aDateTime, (v, r) -> v.plusNanos(step(r))),
          Sample.of(
              PartTypes.OFFSET_TIME,
              r -> OffsetTime.of(aTime(r), anOffset(r)),
              (v, r) -> v.withOffsetSameInstant(anOffset(r))),
          Sample.of(
              PartTypes.OFFSET_DATE_TIME,
              r -> OffsetDateTime.of(aDateTime(r), anOffset(r)),
              (v, r) -> v.withOffsetSameInstant(anOffset(r))),
          Sample.of(PartTypes.ZONED_DATE_TIME, Samples::aZonedTime, Samples::editedZonedTime),
          Sample.of(
              PartTypes.DURATION,
              r -> Duration.ofSeconds(r.nextInt(), nanos(r)),
              (v, r) -> r.nextBoolean() ? v.negated() : v.plusNanos(step(r))),
          Sample.of(
              PartTypes.PERIOD,
              r -> Period.of(r.nextInt(3), r.nextInt(13) - 6, r.nextInt()),
              (v, r) -> v.plusMonths(12).minusYears(r.nextInt(2))),
          Sample.of(
              PartTypes.YEAR,
              r -> Year.of(r.nextInt(40_000) - 20_000),
              (v, r) -> v.plusYears(step(r))),
          Sample.of(
              PartTypes.YEAR_MONTH, r -> YearMonth.from(aDate(r)), (v, r) -> v.plusMonths(step(r))),
          Sample.of(
              PartTypes.MONTH_DAY, r -> MonthDay.from(aDate(r)), (v, r) -> MonthDay.from(aDate(r))),
          Sample.of(PartTypes.ZONE_ID, Samples::aZone, (v, r) -> aZone(r)),
          Sample.of(PartTypes.ZONE_OFFSET, Samples::anOffset, (v, r) -> anOffset(r)),
          Sample.<int[]>unequal(
              PartTypes.array(PartTypes.INT),
              r -> r.ints(r.nextInt(4)).toArray(),
              (v, r) -> r.ints(v.length + 1L).toArray(),
              int[]::clone));

  private Samples() {}

  /** A sample nested up to this deep. */
  static Sample<?> random(Random random, int depth) {
    Sample<?> inner =
        depth == 0 ? LEAVES.get(random.nextInt(LEAVES.size())) : random(random, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> new SampleContainers.Lists<>(inner);
      case 1 -> new SampleContainers.Optionals<>(inner);
      case 2 -> new SampleContainers.Arrays<>(inner);
      case 3 -> inner.isSettable() ? new SampleContainers.Sets<>(inner) : inner;
      default -> inner;
    };
  }

  private static float aFloat(Random random) {
    return random.nextInt(8) > 0
        ? random.nextInt(100) / 8f
        : Float.intBitsToFloat(random.nextInt());
  }

  private static double aDouble(Random random) {
    return random.nextInt(8) > 0
        ? random.nextInt(1000) / 100.0
        : Double.longBitsToDouble(random.nextLong());
  }

  private static char nasty(Random random) {
    return NASTY.charAt(random.nextInt(NASTY.length()));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(nasty(random));
    }
    return text.toString();
  }

  private static String editedText(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    int index = random.nextInt(text.length() + 1);
    if (index < text.length() && random.nextBoolean()) {
      edited.deleteCharAt(index);
    } else {
      edited.insert(index, nasty(random));
    }
    return edited.toString();
  }

  private static UUID editedUuid(UUID uuid, Random random) {
    long bit = 1L << random.nextInt(64);
    return new UUID(uuid.getMostSignificantBits() ^ bit, uuid.getLeastSignificantBits());
  }

  private static BigDecimal aDecimal(Random random) {
    return new BigDecimal(new BigInteger(random.nextInt(70), random), random.nextInt(40) - 20);
  }

  private static BigDecimal editedDecimal(BigDecimal value, Random random) {
    return random.nextBoolean() ? value.setScale(value.scale() + 1) : value.add(value.ulp());
  }

  private static URI aUri(Random random) {
    return URI.create(
        "http://example.org/" + random.nextInt(1000) + "?q=a%20b#" + random.nextInt());
  }

  private static URI editedUri(URI uri, Random random) {
    String text = uri.toString();
    return URI.create(random.nextBoolean() ? text.replace("http", "Http") + 1 : text + "x");
  }

  @SuppressWarnings("deprecation") // Locale.of came with JDK 19
  private static Locale aLocale(Random random) {
    return new Locale(text(random), text(random), text(random));
  }

  private static int nanos(Random random) {
    return random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
  }

  private static int step(Random random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private static LocalDate aDate(Random random) {
    return LocalDate.ofEpochDay(random.nextInt(6_000_000) - 1_000_000);
  }

  private static LocalTime aTime(Random random) {
    return LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(2), nanos(random));
  }

  private static LocalDateTime aDateTime(Random random) {
    return LocalDateTime.of(aDate(random), aTime(random));
  }

  private static ZoneOffset anOffset(Random random) {
    return ZoneOffset.ofTotalSeconds((random.nextInt(37) - 18) * 3600);
  }

  private static ZoneId aZone(Random random) {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  /** Half of them where Paris turns its clocks back. */
  private static ZonedDateTime aZonedTime(Random random) {
    LocalDateTime fold = LocalDateTime.of(2024, 10, 27, 2, random.nextInt(60));
    return random.nextBoolean()
        ? fold.atZone(ZoneId.of("Europe/Paris"))
        : aDateTime(random).atZone(aZone(random));
  }

  private static ZonedDateTime editedZonedTime(ZonedDateTime time, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> time.withLaterOffsetAtOverlap();
      case 1 -> time.withZoneSameInstant(aZone(random));
      default -> time.plusNanos(1);
    };
  }

  /** No equality, and no text of its own. */
  private static final class Token {
    private final String text;

    Token(String text) {
      this.text = text;
    }
  }

  private static final class TokenText implements KeyPart<Token> {
    @Override
    public String format(Token value) {
      return value.text;
    }

    @Override
    public Token parse(String text) {
      return new Token(text);
    }
  }
}
