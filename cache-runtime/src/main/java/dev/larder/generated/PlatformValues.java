package dev.larder.generated;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Serializers of types of the platform that take more than a line. */
final class PlatformValues {
  static final ValueSerializer<OptionalInt> OPTIONAL_INT =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeBoolean(value.isPresent());
            value.ifPresent(held -> out.writeVarInt(held, false));
          },
          in -> Bounds.flag(in) ? OptionalInt.of(in.readVarInt(false)) : OptionalInt.empty());

  static final ValueSerializer<OptionalLong> OPTIONAL_LONG =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeBoolean(value.isPresent());
            value.ifPresent(held -> out.writeVarLong(held, false));
          },
          in -> Bounds.flag(in) ? OptionalLong.of(in.readVarLong(false)) : OptionalLong.empty());

  static final ValueSerializer<OptionalDouble> OPTIONAL_DOUBLE =
      new ScalarSerializer<>(
          (out, value) -> {
            out.writeBoolean(value.isPresent());
            value.ifPresent(out::writeDouble);
          },
          in -> Bounds.flag(in) ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty());

  static final ValueSerializer<BigDecimal> BIG_DECIMAL =
      new ScalarSerializer<>(PlatformValues::write, PlatformValues::readBigDecimal);

  static final ValueSerializer<Locale> LOCALE =
      new ScalarSerializer<>(PlatformValues::write, PlatformValues::readLocale);

  private PlatformValues() {}

  private static void write(Output out, BigDecimal value) {
    out.writeVarInt(value.scale(), false);
    PrimitiveArrays.write(out, value.unscaledValue().toByteArray());
  }

  private static BigDecimal readBigDecimal(Input in) {
    int scale = in.readVarInt(false);
    return new BigDecimal(new BigInteger(PrimitiveArrays.readBytes(in)), scale);
  }

  /** By its tag, or where that is not exact, as for ill-formed ones, by what it was made of. */
  private static void write(Output out, Locale locale) {
    boolean isExact = Locale.forLanguageTag(locale.toLanguageTag()).equals(locale);
    out.writeBoolean(isExact);
    if (isExact) {
      TextSerializer.write(out, locale.toLanguageTag());
    } else {
      TextSerializer.write(out, locale.getLanguage());
      TextSerializer.write(out, locale.getCountry());
      TextSerializer.write(out, locale.getVariant());
    }
  }

  private static Locale readLocale(Input in) {
    return Bounds.flag(in)
        ? Locale.forLanguageTag(TextSerializer.read(in))
        : new Locale(TextSerializer.read(in), TextSerializer.read(in), TextSerializer.read(in));
  }
}
