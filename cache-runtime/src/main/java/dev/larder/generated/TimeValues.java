package dev.larder.generated;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
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

/** Serializers of {@code java.time}. */
final class TimeValues {
  static final ValueSerializer<Instant> INSTANT =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeVarLong(value.getEpochSecond(), false);
            out.writeVarInt(value.getNano(), true);
          },
          in -> Instant.ofEpochSecond(in.readVarLong(false), in.readVarInt(true)));

  static final ValueSerializer<Duration> DURATION =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeVarLong(value.getSeconds(), false);
            out.writeVarInt(value.getNano(), true);
          },
          in -> Duration.ofSeconds(in.readVarLong(false), in.readVarInt(true)));

  static final ValueSerializer<Period> PERIOD =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeVarInt(value.getYears(), false);
            out.writeVarInt(value.getMonths(), false);
            out.writeVarInt(value.getDays(), false);
          },
          in -> Period.of(in.readVarInt(false), in.readVarInt(false), in.readVarInt(false)));

  static final ValueSerializer<LocalDate> LOCAL_DATE =
      new ScalarSerializer<>(TimeValues::write, TimeValues::readDate);

  static final ValueSerializer<LocalTime> LOCAL_TIME =
      new ScalarSerializer<>(TimeValues::write, TimeValues::readTime);

  static final ValueSerializer<LocalDateTime> LOCAL_DATE_TIME =
      new ScalarSerializer<>(TimeValues::write, TimeValues::readDateTime);

  static final ValueSerializer<ZoneOffset> ZONE_OFFSET =
      new ScalarSerializer<>(TimeValues::write, TimeValues::readOffset);

  static final ValueSerializer<ZoneId> ZONE_ID =
      Serializers.STRING.mapped(ZoneId::getId, ZoneId::of);

  static final ValueSerializer<OffsetTime> OFFSET_TIME =
      new ScalarSerializer<>(
          (out, value) -> {
            write(out, value.toLocalTime());
            write(out, value.getOffset());
          },
          in -> OffsetTime.of(readTime(in), readOffset(in)));

  static final ValueSerializer<OffsetDateTime> OFFSET_DATE_TIME =
      new ScalarSerializer<>(
          (out, value) -> {
            write(out, value.toLocalDateTime());
            write(out, value.getOffset());
          },
          in -> OffsetDateTime.of(readDateTime(in), readOffset(in)));

  /** By its instant and zone: what a newer time zone database makes of the zone is another text. */
  static final ValueSerializer<ZonedDateTime> ZONED_DATE_TIME =
      new ScalarSerializer<>(
          (out, value) -> {
            write(out, value.toLocalDateTime());
            write(out, value.getOffset());
            TextSerializer.write(out, value.getZone().getId());
          },
          in ->
              ZonedDateTime.ofInstant(
                  readDateTime(in), readOffset(in), ZoneId.of(TextSerializer.read(in))));

  static final ValueSerializer<Year> YEAR =
      new ScalarSerializer<>(
          (out, value) -> out.writeVarInt(value.getValue(), false),
          in -> Year.of(in.readVarInt(false)));

  static final ValueSerializer<YearMonth> YEAR_MONTH =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeVarInt(value.getYear(), false);
            out.writeByte(value.getMonthValue());
          },
          in -> YearMonth.of(in.readVarInt(false), in.readByte()));

  static final ValueSerializer<MonthDay> MONTH_DAY =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeByte(value.getMonthValue());
            out.writeByte(value.getDayOfMonth());
          },
          in -> MonthDay.of(in.readByte(), in.readByte()));

  private TimeValues() {}

  private static void write(Output out, LocalDate date) {
    out.writeVarInt(date.getYear(), false);
    out.writeByte(date.getMonthValue());
    out.writeByte(date.getDayOfMonth());
  }

  private static LocalDate readDate(Input in) {
    return LocalDate.of(in.readVarInt(false), in.readByte(), in.readByte());
  }

  private static void write(Output out, LocalTime time) {
    out.writeVarLong(time.toNanoOfDay(), true);
  }

  private static LocalTime readTime(Input in) {
    return LocalTime.ofNanoOfDay(in.readVarLong(true));
  }

  private static void write(Output out, LocalDateTime value) {
    write(out, value.toLocalDate());
    write(out, value.toLocalTime());
  }

  private static LocalDateTime readDateTime(Input in) {
    return LocalDateTime.of(readDate(in), readTime(in));
  }

  private static void write(Output out, ZoneOffset offset) {
    out.writeVarInt(offset.getTotalSeconds(), false);
  }

  private static ZoneOffset readOffset(Input in) {
    return ZoneOffset.ofTotalSeconds(in.readVarInt(false));
  }
}
