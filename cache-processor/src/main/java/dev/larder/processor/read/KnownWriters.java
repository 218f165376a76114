package dev.larder.processor.read;

import com.google.auto.common.MoreElements;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** The types of the platform, and of Guava, that the runtime can write, by their names. */
final class KnownWriters {
  /** Types that hold no others, by the runtime's constant. */
  private static final Map<String, String> CONSTANTS =
      Stream.of(
              "java.lang.String STRING",
              "java.lang.CharSequence CHAR_SEQUENCE",
              "java.lang.Boolean BOOLEAN",
              "java.lang.Byte BYTE",
              "java.lang.Short SHORT",
              "java.lang.Character CHARACTER",
              "java.lang.Integer INTEGER",
              "java.lang.Long LONG",
              "java.lang.Float FLOAT",
              "java.lang.Double DOUBLE",
              "java.math.BigInteger BIG_INTEGER",
              "java.math.BigDecimal BIG_DECIMAL",
              "java.net.URI URI",
              "java.util.UUID UUID",
              "java.util.Locale LOCALE",
              "java.util.Currency CURRENCY",
              "java.util.Date DATE",
              "java.util.OptionalInt OPTIONAL_INT",
              "java.util.OptionalLong OPTIONAL_LONG",
              "java.util.OptionalDouble OPTIONAL_DOUBLE",
              "java.time.Instant INSTANT",
              "java.time.Duration DURATION",
              "java.time.Period PERIOD",
              "java.time.LocalDate LOCAL_DATE",
              "java.time.LocalTime LOCAL_TIME",
              "java.time.LocalDateTime LOCAL_DATE_TIME",
              "java.time.OffsetTime OFFSET_TIME",
              "java.time.OffsetDateTime OFFSET_DATE_TIME",
              "java.time.ZonedDateTime ZONED_DATE_TIME",
              "java.time.Year YEAR",
              "java.time.YearMonth YEAR_MONTH",
              "java.time.MonthDay MONTH_DAY",
              "java.time.ZoneId ZONE_ID",
              "java.time.ZoneOffset ZONE_OFFSET",
              "java.time.DayOfWeek DAY_OF_WEEK",
              "java.time.Month MONTH")
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

  /** Types that hold others, by the runtime's factory. */
  private static final Map<String, String> COMPOSED =
      Map.ofEntries(
          Map.entry("java.util.Optional", "optional"),
          Map.entry("java.util.Collection", "collection"),
          Map.entry("java.util.List", "list"),
          Map.entry("java.util.Set", "set"),
          Map.entry("java.util.SortedSet", "sortedSet"),
          Map.entry("java.util.NavigableSet", "navigableSet"),
          Map.entry("java.util.Queue", "queue"),
          Map.entry("java.util.Deque", "deque"),
          Map.entry("java.util.Map", "map"),
          Map.entry("java.util.SortedMap", "sortedMap"),
          Map.entry("java.util.NavigableMap", "navigableMap"),
          Map.entry("java.util.concurrent.ConcurrentMap", "concurrentMap"),
          Map.entry("java.util.Map.Entry", "entry"));

  /** Classes with a constructor without parameters. */
  private static final Map<String, String> FILLED =
      Stream.of(
              "collection java.util.ArrayList java.util.LinkedList java.util.Vector"
                  + " java.util.HashSet java.util.LinkedHashSet java.util.TreeSet"
                  + " java.util.ArrayDeque java.util.concurrent.CopyOnWriteArrayList"
                  + " java.util.concurrent.CopyOnWriteArraySet"
                  + " java.util.concurrent.ConcurrentLinkedQueue"
                  + " java.util.concurrent.ConcurrentLinkedDeque"
                  + " java.util.concurrent.ConcurrentSkipListSet",
              "map java.util.HashMap java.util.LinkedHashMap java.util.TreeMap java.util.Hashtable"
                  + " java.util.concurrent.ConcurrentHashMap"
                  + " java.util.concurrent.ConcurrentSkipListMap")
          .map(line -> line.split(" "))
          .flatMap(line -> Stream.of(line).skip(1).map(name -> Map.entry(name, line[0])))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Map<String, String> OF_ENUM =
      Map.of("java.util.EnumSet", "collection", "java.util.EnumMap", "map");

  private static final Map<String, String> GUAVAS =
      Map.of("ImmutableList", "list", "ImmutableSet", "set", "ImmutableMap", "map");

  /** Types of other modules, which the runtime does not know. */
  private static final Map<String, String[]> CONVERTED =
      Map.of(
          "java.sql.Timestamp", new String[] {"INSTANT", "toInstant", "from"},
          "java.sql.Date", new String[] {"LONG", "getTime", "new"},
          "java.sql.Time", new String[] {"LONG", "getTime", "new"});

  private static final Set<String> INSTEAD = Set.of("java.lang.Iterable");

  private KnownWriters() {}

  /** The runtime's constant for a type that holds no others. */
  static Optional<String> constant(TypeElement type) {
    return Optional.ofNullable(CONSTANTS.get(name(type)));
  }

  /** The runtime's factory for a type that holds others. */
  static Optional<String> composed(TypeElement type) {
    return Optional.ofNullable(COMPOSED.get(name(type)));
  }

  /** The runtime's factory for a class that is made empty and filled. */
  static Optional<String> filled(TypeElement type) {
    return Optional.ofNullable(FILLED.get(name(type)));
  }

  /** The same, for one that is made for an enum. */
  static Optional<String> filledOfEnum(TypeElement type) {
    return Optional.ofNullable(OF_ENUM.get(name(type)));
  }

  /** The runtime's factory for what one of Guava's classes copies. */
  static Optional<String> copied(TypeElement type) {
    String home = MoreElements.getPackage(type).getQualifiedName().toString();
    // Not written out: as a text it would be relocated with our own Guava.
    return home.startsWith("com.google.") && home.endsWith(".common.collect")
        ? Optional.ofNullable(GUAVAS.get(type.getSimpleName().toString()))
        : Optional.empty();
  }

  /** What a type is written as: the constant of the other type, and the ways there and back. */
  static Optional<String[]> converted(TypeElement type) {
    return Optional.ofNullable(CONVERTED.get(name(type)));
  }

  /** Whether values of the type are written as a {@code Collection}. */
  static boolean isCollectionInstead(TypeElement type) {
    return INSTEAD.contains(name(type));
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }
}
