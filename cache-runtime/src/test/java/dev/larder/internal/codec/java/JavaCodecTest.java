package dev.larder.internal.codec.java;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.codec.CodecContract;
import dev.larder.internal.codec.Model;
import dev.larder.internal.codec.Samples.Size;
import dev.larder.spi.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaCodecTest extends CodecContract {
  private static final Model<Object> STRINGS = new Model<>(Object.class, Set.of(String.class));

  JavaCodecTest() {
    super(new JavaCodec());
  }

  private static byte[] written(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
      output.writeObject(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private void assertRefused(Model<?> type, byte[] bytes, String message) {
    ValueCodec<?> values = codecFor(type);
    assertThatThrownBy(() -> values.decode(bytes, 0, bytes.length))
        .hasStackTraceContaining(message);
  }

  /** The JDK throws an InternalError for it, as if the JVM were ill. Found by fuzzing. */
  @Test
  void aMapThatLacksAValueIsAnOrdinaryRefusal() {
    byte[] map = written(Map.of("a", "b"));
    int length = new String(map, ISO_8859_1).indexOf("w\u0004\u0000\u0000\u0000\u0002");
    assertThat(length).isPositive();
    map[length + 5] = 1;
    ValueCodec<?> values = codecFor(STRINGS);
    assertThatThrownBy(() -> values.decode(map, 0, map.length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("length is odd");
  }

  @Test
  void theJdksContainersComeBackAsWhatTheyWere() {
    List<String> two = List.of("a", "b");
    Map<String, String> map = Map.of("a", "b");
    for (Collection<String> each :
        List.of(
            two,
            List.of("a"),
            Arrays.asList("a", null),
            Stream.of("a", null).toList(),
            new ArrayList<>(two).subList(0, 2).stream().toList(),
            new LinkedList<>(two),
            Collections.unmodifiableList(new ArrayList<>(two)),
            Collections.unmodifiableList(new LinkedList<>(two)),
            Collections.<String>emptyList(),
            Collections.singletonList("a"),
            Set.of("a", "b"),
            new HashSet<>(two),
            new LinkedHashSet<>(two),
            new TreeSet<>(two),
            new TreeSet<>(Comparator.<String>reverseOrder()),
            new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
            Collections.unmodifiableSet(new HashSet<>(two)),
            Collections.unmodifiableSortedSet(new TreeSet<>(two)),
            Collections.unmodifiableNavigableSet(new TreeSet<>(two)),
            Collections.<String>emptySet(),
            Collections.singleton("a"))) {
      Object back = roundTrip(STRINGS, each);
      assertThat(back).isEqualTo(each).isExactlyInstanceOf(each.getClass());
    }
    for (Map<String, String> each :
        List.of(
            map,
            Map.of("a", "b", "c", "d"),
            Map.<String, String>of(),
            new HashMap<>(map),
            new LinkedHashMap<>(map),
            new TreeMap<>(map),
            new ConcurrentHashMap<>(map),
            Collections.unmodifiableMap(new HashMap<>(map)),
            Collections.unmodifiableSortedMap(new TreeMap<>(map)),
            Collections.unmodifiableNavigableMap(new TreeMap<>(map)),
            Collections.<String, String>emptyMap(),
            Collections.singletonMap("a", "b"))) {
      Object back = roundTrip(STRINGS, each);
      assertThat(back).isEqualTo(each).isExactlyInstanceOf(each.getClass());
    }
  }

  @Test
  void largeAndEmptyContainersComeBack() {
    Map<String, String> map = new HashMap<>(1 << 14, 0.3f);
    for (int i = 0; i < 10_000; i++) {
      map.put("k" + i, "");
    }
    assertThat(roundTrip(STRINGS, map)).isEqualTo(map);
    assertThat(roundTrip(STRINGS, new HashSet<>(map.keySet()))).isEqualTo(map.keySet());
    assertThat(roundTrip(STRINGS, new HashMap<String, String>())).isEqualTo(Map.of());
    Deque<String> deque = new ArrayDeque<>(map.keySet());
    assertThat((Deque<?>) roundTrip(STRINGS, deque)).hasSize(10_000);
    assertThat((Object[]) roundTrip(STRINGS, new Object[1_000])).hasSize(1_000);
  }

  @Test
  void setsOfEnumsComeBack() {
    Model<Object> sizes = new Model<>(Object.class, Set.of(Size.class));
    assertThat(roundTrip(sizes, EnumSet.allOf(Size.class))).isEqualTo(EnumSet.allOf(Size.class));
  }

  /** Holds itself. */
  static final class Node implements Serializable {
    private static final long serialVersionUID = 1L;

    @Nullable Node next;
  }

  @Test
  void aCycleComesBack() {
    Node node = new Node();
    node.next = node;
    Node back = roundTrip(Model.of(Node.class), node);
    assertThat(back.next).isSameAs(back);
  }

  private static Node chain(int length) {
    Node first = new Node();
    for (int i = 1; i < length; i++) {
      Node next = first;
      first = new Node();
      first.next = next;
    }
    return first;
  }

  @Test
  void depthIsBounded() {
    assertThat(roundTrip(Model.of(Node.class), chain(400))).isNotNull();
    byte[] deep = written(chain(501));
    assertRefused(Model.of(Node.class), deep, "filter status: REJECTED");
  }

  @Test
  void anArrayIsNoLongerThanTheBytes() {
    byte[] array = written(new long[] {1});
    // The length stands before the one element.
    array[array.length - 9 - 2] = 0x7F;
    assertRefused(new Model<>(long[].class, Set.of()), array, "filter status: REJECTED");
    byte[] list = written(new ArrayList<>(List.of("a")));
    for (int i = 0; i < list.length; i++) {
      byte[] damaged = list.clone();
      damaged[i] = 0x7F;
      try {
        codecFor(STRINGS).decode(damaged, 0, damaged.length);
      } catch (RuntimeException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  record Plain(int number) {}

  @Test
  void whatIsNotSerializableIsToldBeforeTheFirstValue() {
    assertThatThrownBy(() -> codecFor(Model.of(Plain.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(Plain.class.getName() + " is not Serializable");
  }

  @Test
  void aProxyIsNeitherWrittenNorRead() {
    Object proxy =
        java.lang.reflect.Proxy.newProxyInstance(
            JavaCodecTest.class.getClassLoader(),
            new Class<?>[] {Comparable.class, Serializable.class},
            (java.lang.reflect.InvocationHandler & Serializable) (self, method, args) -> 0);
    assertRefused(STRINGS, written(proxy), "a proxy is not read");
    assertThatThrownBy(() -> codecFor(STRINGS).encode(proxy))
        .hasStackTraceContaining("a proxy is not written");
  }
}
