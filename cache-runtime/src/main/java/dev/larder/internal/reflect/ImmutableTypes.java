package dev.larder.internal.reflect;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The classes of which it is known that nothing changes their values, apart from what their type
 * arguments name. Of any other class that is looked at without its fields, nothing is known.
 */
final class ImmutableTypes {
  private static final Set<Class<?>> CLASSES =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Class.class,
          BigInteger.class,
          BigDecimal.class,
          MathContext.class,
          UUID.class,
          Locale.class,
          Currency.class,
          Optional.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class,
          Pattern.class,
          URI.class,
          URL.class,
          InetAddress.class,
          Inet4Address.class,
          Inet6Address.class,
          Path.class,
          Charset.class,
          File.class);

  private ImmutableTypes() {}

  /** Whether nothing changes values of a class. */
  static boolean contains(Class<?> type) {
    return type.isPrimitive()
        || CLASSES.contains(type)
        || type.getPackageName().equals(Instant.class.getPackageName());
  }
}
