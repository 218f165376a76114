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
}
