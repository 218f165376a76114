package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What generated serializers do beyond giving values back. */
class StoredValueTest {
  @Test
  void objectsThatLeadBackToThemselvesDoSoWhenTheyComeBack() throws Exception {
    Stored stored =
        Stored.of(
            """
            class Node {
              String name;
              Node next;
              List<Edge> edges = new ArrayList<>();
            }
            record Edge(Node to, Leaf leaf) {}
            class Leaf { int id; }
            """,
            List.of("@Cached(name = \"nodes\") Node node(int id);"),
            """
            class Main {
              static Object circle() {
                Node one = new Node();
                Node other = new Node();
                one.name = "one";
                other.name = "other";
                one.next = other;
                other.next = one;
                one.edges.add(new Edge(one, new Leaf()));
                one.edges.add(new Edge(other, null));
                return one;
              }
              static boolean isCircle(Object read) {
                Node one = (Node) read;
                return one.next.next == one && one.edges.get(0).to() == one
                    && one.edges.get(1).to() == one.next && one.next.name.equals("other");
              }
            }
            """);
    Object read = stored.read("nodes", stored.written("nodes", stored.call("Main", "circle")));
    assertThat(stored.call("Main", "isCircle", read)).isEqualTo(true);
    assertThat(stored.source("CachedServiceValues"))
        .contains(".sharing(Node.class)")
        .contains("class NodeSerializer extends SharedSerializer<Node>")
        .contains("class LeafSerializer extends ExactSerializer<Leaf>")
        .contains("class EdgeSerializer extends ValueSerializer<Edge>");
  }

  @Test
  void aCircleThatIsHeldByRecordsAloneIsRefused() throws Exception {
    Stored stored =
        Stored.of(
            "record Tree(List<Tree> children) {}\n",
            List.of("@Cached(name = \"trees\") Tree tree(int id);"),
            """
            class Main {
              static Object circle() {
                Tree tree = new Tree(new ArrayList<>());
                tree.children().add(tree);
                return tree;
              }
              static Object leaf() { return new Tree(List.of()); }
            }
            """);
    Object circle = stored.call("Main", "circle");
    assertThatThrownBy(() -> stored.written("trees", circle))
        .hasMessage("too deep, or in a circle");
    Object leaf = stored.call("Main", "leaf");
    assertThat(stored.read("trees", stored.written("trees", leaf))).isEqualTo(leaf);
  }

  @Test
  void aSmallRecordTakesAtMostHalfOfWhatJavaTakes() throws Exception {
    Stored stored =
        Stored.of(
            """
            record User(long id, String name, Role role, Address address)
                implements java.io.Serializable {
            }
            enum Role { READER, WRITER }
            record Address(String street, int number, LocalDate since)
                implements java.io.Serializable {
            }
            """,
            List.of("@Cached(name = \"users\") User user(int id);"),
            """
            class Main {
              static Object user() {
                return new User(
                    123456789L, "Ada Lovelace", Role.WRITER,
                    new Address("St James's Square", 12, LocalDate.of(1835, 7, 8)));
              }
            }
            """);
    Object user = stored.call("Main", "user");
    assertThat(2 * stored.written("users", user).length).isLessThanOrEqualTo(java(user).length);
  }

  private static byte[] java(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  @Test
  void collectionsAreOfTheKindThatTheyWere() throws Exception {
    Stored stored =
        Stored.of(
            "",
            List.of(
                "@Cached(name = \"lists\") List<String> list(int id);",
                "@Cached(name = \"sets\") Set<String> set(int id);",
                "@Cached(name = \"maps\") Map<String, String> map(int id);",
                "@Cached(name = \"queues\") Deque<String> queue(int id);"),
            """
            class Main {
              static Object lists() {
                return new Object[] {
                  List.of("a"), Collections.unmodifiableList(Arrays.asList("a", null)), List.of(),
                  new ArrayList<>(List.of("a")), Arrays.asList("b", null),
                  Collections.emptyList(), Collections.singletonList("a")};
              }
              static Object sets() {
                return new Object[] {
                  Set.of("a"), Collections.unmodifiableSet(new LinkedHashSet<>(List.of("b", "a"))),
                  new HashSet<>(List.of("a")), new LinkedHashSet<>(List.of("b", "a")),
                  new TreeSet<>(List.of("b", "a")), new TreeSet<>(Comparator.reverseOrder())};
              }
            }
            """);
    Object[] lists = (Object[]) stored.call("Main", "lists");
    assertThat(lists)
        .allSatisfy(
            list -> {
              List<?> read = (List<?>) stored.read("lists", stored.written("lists", list));
              assertThat(read).isEqualTo(list);
              assertThat(isUnmodifiable(read)).isEqualTo(!isMutable(list));
            });
    Object[] sets = (Object[]) stored.call("Main", "sets");
    assertThat(sets)
        .allSatisfy(
            set -> {
              Object read = stored.read("sets", stored.written("sets", set));
              assertThat(read).isEqualTo(set).hasToString(set.toString());
              assertThat(isUnmodifiable((java.util.Collection<?>) read)).isEqualTo(!isMutable(set));
            });
  }

  private static boolean isMutable(Object collection) {
    return collection.getClass().getSimpleName().matches("ArrayList|.*(Hash|Tree)Set");
  }

  private static boolean isUnmodifiable(java.util.Collection<?> read) {
    try {
      read.clear();
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    }
  }

  @Test
  void typeVariablesStandForTheirBounds() throws Exception {
    Stored stored =
        Stored.ofService(
            """
            record Item(int id) {}
            record Box<T>(T held, List<? extends T> more) {}
            """,
            """
            interface Service<T extends Item> {
              @Cached(name = "all") List<T> all(int id);
              @Cached(name = "box") Box<T> box(int id);
              @Cached(name = "one") <X extends Item> X one(int id);
              @Cached(name = "wild") Map<String, ? extends Item> wild(int id);
            }
            """,
            """
            class Main {
              static Object all() { return List.of(new Item(1)); }
              static Object box() { return new Box<>(new Item(1), List.of(new Item(2))); }
              static Object one() { return new Item(3); }
              static Object wild() { return Map.of("a", new Item(4)); }
            }
            """);
    for (String cache : List.of("all", "box", "one", "wild")) {
      Object value = stored.call("Main", cache);
      assertThat(stored.read(cache, stored.written(cache, value))).isEqualTo(value);
    }
  }

  @Test
  void namesMayBeWhatTheyAre() throws Exception {
    Stored stored =
        Stored.of(
            """
            record Kryo(int kryo, String output, long[] input, Integer type, Kryo value) {
              @Override public boolean equals(java.lang.Object o) {
                return o instanceof Kryo k && kryo == k.kryo && Objects.equals(output, k.output)
                    && Arrays.equals(input, k.input) && Objects.equals(type, k.type)
                    && Objects.equals(value, k.value);
              }
              @Override public int hashCode() { return kryo; }
            }
            class Outer {
              record Item(Other.Item other, String item) {}
            }
            @SuppressWarnings("deprecation")
            class Other {
              record Item(Serializers serializers, ValueSerializer values) {}
            }
            record Serializers(String constructor) {}
            @Deprecated
            class ValueSerializer {
              private int constructor;
              private final int ValueSerializer = 1;
              @Override public boolean equals(java.lang.Object o) { return o instanceof ValueSerializer; }
              @Override public int hashCode() { return 1; }
            }
            record Input(Output output) {}
            record Output(Class type) {}
            record Class(Object object) {}
            enum Object { INSTANCE }
            """,
            List.of(
                "@Cached(name = \"kryo\") Kryo kryo(int id);",
                "@Cached(name = \"item\") @SuppressWarnings(\"deprecation\") Outer.Item item(int id);",
                "@Cached(name = \"input\") Input input(int id);"),
            """
            class Main {
              static java.lang.Object kryo() {
                return new Kryo(1, "a", new long[] {2}, 3, new Kryo(4, null, null, null, null));
              }
              @SuppressWarnings("deprecation")
              static java.lang.Object item() {
                return new Outer.Item(
                    new Other.Item(new Serializers("a"), new ValueSerializer()), "b");
              }
              static java.lang.Object input() {
                return new Input(new Output(new Class(Object.INSTANCE)));
              }
            }
            """);
    for (String cache : List.of("kryo", "item", "input")) {
      Object value = stored.call("Main", cache);
      assertThat(stored.read(cache, stored.written(cache, value))).isEqualTo(value);
    }
  }
}
