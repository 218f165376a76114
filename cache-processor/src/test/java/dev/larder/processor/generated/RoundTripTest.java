package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.KryoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values written and read back by generated serializers. */
class RoundTripTest {
  private static final String DECLARATIONS =
      """
      record Point(int x, long y) {}
      record Primitives(boolean a, byte b, short c, char d, int e, long f, float g, double h) {}
      record Boxes(Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g, Double h) {}
      record Named(String name, Point at) {}
      record Empty() {}
      enum Role { READER, WRITER { @Override public String toString() { return "w"; } } }
      record Roles(Role first, EnumMap<Role, List<Point>> byRole, EnumSet<Role> all) {}
      sealed interface Shape permits Circle, Square, Nothing, Group {}
      record Circle(double radius) implements Shape {}
      record Square(long side) implements Shape {}
      enum Nothing implements Shape { NOTHING }
      sealed interface Group extends Shape permits Pair, Many {}
      record Pair(Shape one, Shape other) implements Group {}
      record Many(List<Shape> shapes) implements Group {}
      sealed interface Result<T> permits Ok, Failed {}
      record Ok<T>(T value) implements Result<T> {}
      record Failed<X>(String why) implements Result<X> {}
      record Page<T>(List<T> items, Optional<T> next, T[] array) {}
      record Wild(List<? extends Shape> shapes, Map<String, ? extends Point> points) {}
      record Tree(String name, List<Tree> children, Map<String, Tree> named) {}
      class Bean {
        private int id;
        private String name;
        Bean parent;
        private boolean open;
        public int getId() { return id; }
        public void setId(int id) { this.id = id; }
        String name() { return name; }
        Bean name(String name) { this.name = name; return this; }
        boolean isOpen() { return open; }
        void setOpen(boolean open) { this.open = open; }
        @Override public boolean equals(Object o) {
          return o instanceof Bean b && id == b.id && Objects.equals(name, b.name) && open == b.open
              && Objects.equals(parent, b.parent);
        }
        @Override public int hashCode() { return id; }
      }
      final class Whole {
        private final String name;
        private final int id;
        private transient int count = 7;
        Whole(int id, String name) { this.id = id; this.name = name; }
        int id() { return id; }
        String getName() { return name; }
        int count() { return count; }
        @Override public boolean equals(Object o) {
          return o instanceof Whole w && id == w.id && name.equals(w.name) && count == w.count;
        }
        @Override public int hashCode() { return id; }
      }
      class Base { int base; }
      class Derived<T> extends Base {
        T held;
        @Override public boolean equals(Object o) {
          return o instanceof Derived<?> d && base == d.base && Objects.equals(held, d.held);
        }
        @Override public int hashCode() { return base; }
      }
      class Hidden {
        private final List<String> names;
        private final long secret;
        private Hidden(String... names) { this.names = List.of(names); secret = names.length; }
        static Hidden of(String... names) { return new Hidden(names); }
        @Override public boolean equals(Object o) {
          return o instanceof Hidden h && names.equals(h.names) && secret == h.secret;
        }
        @Override public int hashCode() { return names.hashCode(); }
      }
      interface Animal {}
      record Dog(String name) implements Animal {}
      record Cat(int lives) implements Animal {}
      """;

  /** A type, and values of it. */
  private record Case(String type, String marks, List<String> values) {}

  private static Case of(String type, String... values) {
    return new Case(type, "", List.of(values));
  }

  private static final List<Case> CASES =
      List.of(
          of("String", "\"\"", "\"a\"", "\"\\uD800x\"", "\"\\uD83D\\uDE00\"", "\"x\".repeat(5000)"),
          of("Integer", "0", "-1", "Integer.MIN_VALUE", "Integer.MAX_VALUE"),
          of("Long", "0L", "Long.MIN_VALUE", "Long.MAX_VALUE"),
          of("Double", "0.0", "-0.0", "Double.NaN", "Double.MIN_VALUE", "1e300"),
          of("Character", "'\\uD800'", "'a'"),
          of(
              "Primitives",
              "new Primitives(true, (byte) -1, Short.MIN_VALUE, 'x', -5, 1L << 40, 1.5f, -0.0)"),
          of(
              "Boxes",
              "new Boxes(null, null, null, null, null, null, null, null)",
              "new Boxes(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d)"),
          of("Named", "new Named(null, null)", "new Named(\"a\", new Point(-1, Long.MAX_VALUE))"),
          of("Empty", "new Empty()"),
          of("List<Empty>", "Arrays.asList(new Empty(), null)"),
          of("Role", "Role.READER", "Role.WRITER"),
          of(
              "Roles",
              "new Roles(Role.WRITER, new EnumMap<>(Map.of(Role.WRITER, List.of(new Point(1, 2)))),"
                  + " EnumSet.allOf(Role.class))",
              "new Roles(null, new EnumMap<>(Role.class), EnumSet.noneOf(Role.class))"),
          of(
              "Shape",
              "new Circle(1.5)",
              "new Square(-3)",
              "Nothing.NOTHING",
              "new Pair(new Circle(1), null)",
              "new Many(List.of(new Pair(new Square(1), Nothing.NOTHING)))"),
          of(
              "Result<Point>",
              "new Ok<>(new Point(1, 2))",
              "new Failed<>(\"no\")",
              "new Ok<>(null)"),
          of("Result<List<String>>", "new Ok<>(List.of(\"a\"))"),
          of("List<Page<Integer>>", "List.of()"),
          of(
              "Map<String, Wild>",
              "new HashMap<>(Map.of(\"a\", new Wild(List.of(new Circle(1)), Map.of())))"),
          of(
              "Tree",
              "new Tree(\"a\", List.of(new Tree(\"b\", List.of(), Map.of())),"
                  + " Map.of(\"c\", new Tree(\"d\", null, null)))"),
          of("Whole", "new Whole(1, \"a\")"),
          of("Hidden", "Hidden.of()", "Hidden.of(\"a\", \"b\")"),
          of("Derived<Point>", "derived(7, new Point(1, 2))", "derived(-7, null)"),
          of("List<String>", "List.of()", "List.of(\"a\")", "Arrays.asList(\"a\", null)"),
          of("Set<Long>", "Set.of()", "Set.of(1L)", "new HashSet<>(Arrays.asList(1L, null))"),
          of("Collection<Integer>", "List.of(1)", "Set.of(1)", "new TreeSet<>(List.of(3, 1, 2))"),
          of("SortedSet<String>", "new TreeSet<>(List.of(\"b\", \"a\"))"),
          of("NavigableMap<Integer, String>", "new TreeMap<>(Map.of(2, \"b\", 1, \"a\"))"),
          of("Map<String, Integer>", "Map.of()", "Map.of(\"a\", 1)", "nulls()"),
          of("Map.Entry<String, Point>", "Map.entry(\"a\", new Point(1, 2))"),
          of("ArrayList<String>", "new ArrayList<>(List.of(\"a\"))"),
          of("LinkedList<String>", "new LinkedList<>(Arrays.asList(\"a\", null))"),
          of("TreeMap<String, List<Integer>>", "new TreeMap<>(Map.of(\"a\", List.of(1)))"),
          of(
              "LinkedHashMap<Point, Role>",
              "new LinkedHashMap<>(Map.of(new Point(1, 2), Role.READER))"),
          of("ConcurrentHashMap<String, String>", "new ConcurrentHashMap<>(Map.of(\"a\", \"b\"))"),
          of(
              "EnumMap<Role, String>",
              "new EnumMap<>(Map.of(Role.WRITER, \"w\"))",
              "new EnumMap<>(Role.class)"),
          of("EnumSet<Role>", "EnumSet.of(Role.WRITER)"),
          of("int[]", "new int[0]", "new int[] {1, -1, Integer.MIN_VALUE}"),
          of("byte[]", "new byte[] {1, -1}"),
          of("boolean[]", "new boolean[] {true, false}"),
          of("char[]", "new char[] {'a', '\\uFFFF'}"),
          of("short[]", "new short[] {1, -1}"),
          of("long[]", "new long[] {1, Long.MIN_VALUE}"),
          of("float[]", "new float[] {1.5f}"),
          of("double[]", "new double[] {1.5, -0.0}"),
          of("int[][]", "new int[][] {{1}, null, {}}"),
          of("Point[]", "new Point[] {new Point(1, 2), null}"),
          of("List<String>[]", "lists()"),
          of("List<Optional<String>>", "Arrays.asList(Optional.of(\"a\"), Optional.empty(), null)"),
          of("List<OptionalInt>", "List.of(OptionalInt.of(1), OptionalInt.empty())"),
          of("List<OptionalLong>", "List.of(OptionalLong.of(-1), OptionalLong.empty())"),
          of("List<OptionalDouble>", "List.of(OptionalDouble.of(1.5), OptionalDouble.empty())"),
          of("BigDecimal", "new BigDecimal(\"-12.3400\")", "new BigDecimal(\"1e-500\")"),
          of("BigInteger", "BigInteger.TWO.pow(200)", "BigInteger.ONE.negate()"),
          of("UUID", "new UUID(1, -1)"),
          of("URI", "URI.create(\"mailto:a@b.c\")", "URI.create(\"http://h/%20?q#f\")"),
          of(
              "Locale",
              "Locale.ROOT",
              "Locale.GERMANY",
              "new Locale(\"no\", \"NO\", \"NY\")",
              "new Locale(\"x_y\", \"z\", \"\")",
              "Locale.forLanguageTag(\"th-TH-u-nu-thai\")"),
          of("Currency", "Currency.getInstance(\"EUR\")"),
          of("Date", "new Date(-1)"),
          of("java.sql.Timestamp", "java.sql.Timestamp.from(Instant.ofEpochSecond(1, 123456789))"),
          of(
              "Instant",
              "Instant.EPOCH",
              "Instant.MIN",
              "Instant.MAX",
              "Instant.ofEpochSecond(-1, 5)"),
          of("Duration", "Duration.ofSeconds(-1, 5)", "Duration.ZERO"),
          of("Period", "Period.of(1, -2, 3)"),
          of("LocalDate", "LocalDate.of(2024, 2, 29)", "LocalDate.MIN", "LocalDate.MAX"),
          of("LocalTime", "LocalTime.MIDNIGHT", "LocalTime.MAX"),
          of("LocalDateTime", "LocalDateTime.MIN", "LocalDateTime.MAX"),
          of("OffsetTime", "OffsetTime.MIN", "OffsetTime.MAX"),
          of("OffsetDateTime", "OffsetDateTime.MIN", "OffsetDateTime.MAX"),
          of(
              "ZonedDateTime",
              "ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0, ZoneId.of(\"Europe/Berlin\"))",
              "ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0, ZoneId.of(\"Europe/Berlin\"))"
                  + ".withLaterOffsetAtOverlap()",
              "ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 1, ZoneOffset.ofHours(-3))"),
          of("Year", "Year.of(-5)"),
          of("YearMonth", "YearMonth.of(2024, 12)"),
          of("MonthDay", "MonthDay.of(2, 29)"),
          of("ZoneId", "ZoneId.of(\"Europe/Paris\")", "ZoneOffset.UTC", "ZoneId.of(\"UTC+01:00\")"),
          of("ZoneOffset", "ZoneOffset.ofTotalSeconds(-3723)"),
          of("DayOfWeek", "DayOfWeek.SUNDAY"),
          of("Month", "Month.MAY"),
          of(
              "com.google.common.collect.ImmutableList<Point>",
              "com.google.common.collect.ImmutableList.of(new Point(1, 2))"),
          of(
              "com.google.common.collect.ImmutableMap<String, Integer>",
              "com.google.common.collect.ImmutableMap.of(\"b\", 1, \"a\", 2)"),
          new Case(
              "List<Animal>",
              "@CacheTypes({Dog.class, Cat.class}) ",
              List.of("List.of(new Dog(\"a\"), new Cat(9))")),
          new Case(
              "Object",
              "@CacheTypes({String.class, Integer.class, Shape.class, Role.class}) ",
              List.of("\"a\"", "1", "new Square(2)", "Role.WRITER")),
          new Case(
              "Page<?>",
              "@CacheTypes(Integer.class) ",
              List.of("new Page<Object>(List.of(1), Optional.of(2), null)")));

  private static final Stored STORED = compiled();

  private static Stored compiled() {
    List<String> methods = new ArrayList<>();
    List<String> arrays = new ArrayList<>();
    for (Case one : CASES) {
      int number = methods.size();
      methods.add(
          "@Cached(name = \"v%d\") %s%s v%d(int id);"
              .formatted(number, one.marks, one.type, number));
      arrays.add(
          one.values.stream()
              .map(value -> "Samples.<%s>of(%s)".formatted(one.type, value))
              .reduce((a, b) -> a + ", " + b)
              .orElse(""));
    }
    String samples =
        """
        class Samples {
          static <T> T of(T value) { return value; }
          static <T> Derived<T> derived(int base, T held) {
            Derived<T> made = new Derived<>();
            made.base = base;
            made.held = held;
            return made;
          }
          static Map<String, Integer> nulls() {
            Map<String, Integer> map = new LinkedHashMap<>();
            map.put("z", null);
            map.put(null, 1);
            return map;
          }
          @SuppressWarnings({"unchecked", "rawtypes"})
          static List<String>[] lists() { return new List[] {List.of("a"), null}; }
          @SuppressWarnings("deprecation")
          static Object[][] all() {
            return new Object[][] {{%s}};
          }
        }
        """
            .formatted(String.join("},\n{", arrays));
    return Stored.of(DECLARATIONS, methods, samples);
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenComesBack() throws Exception {
    Object[][] samples = (Object[][]) STORED.call("Samples", "all");
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < samples.length; i++) {
      for (Object value : samples[i]) {
        String name = "v" + i;
        String label = CASES.get(i).type + ": " + value;
        tests.add(DynamicTest.dynamicTest(label, () -> check(name, value)));
      }
    }
    return tests.stream();
  }

  private static void check(String cache, Object value) {
    Object read = STORED.read(cache, STORED.written(cache, value));
    // Arrays, and what holds some, are equal by what they hold.
    assertThat(Objects.deepEquals(read, value) || read.toString().equals(value.toString()))
        .as("%s for %s", read, value)
        .isTrue();
    assertThat(STORED.model(cache).classes()).containsAll(HeldClasses.of(value));
    assertThat(STORED.model(cache).classes()).containsAll(HeldClasses.of(read));
  }

  /** Some bytes are still a value; but never is there an error, or a class of another set. */
  @Test
  void damagedBytesAreAnExceptionOrAValueOfTheSet() throws Exception {
    Object[][] samples = (Object[][]) STORED.call("Samples", "all");
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < samples.length; i++) {
      for (Object value : samples[i]) {
        byte[] whole = STORED.written("v" + i, value);
        for (int attempt = 0; attempt < 40; attempt++) {
          refused += isRefused("v" + i, Damage.of(whole, random)) ? 1 : 0;
        }
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  private static boolean isRefused(String cache, byte[] bytes) {
    try {
      Object read = STORED.read(cache, bytes);
      assertThat(STORED.model(cache).classes()).containsAll(HeldClasses.of(read));
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  @Test
  void noOtherClassIsWritten() {
    Stored stored =
        Stored.of(
            "class User { int id; }\nclass Admin extends User { int level; }\n",
            List.of("@Cached(name = \"users\") User user(int id);"),
            "class Main { static Object admin() { return new Admin(); } }");
    assertThatThrownBy(() -> stored.written("users", stored.call("Main", "admin")))
        .isInstanceOf(KryoException.class)
        .hasMessageContaining("Admin is not written as the com.acme.User it extends");
  }
}
