package dev.larder.internal.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.larder.internal.codec.CodecContract;
import dev.larder.internal.codec.Model;
import dev.larder.internal.codec.Samples;
import dev.larder.internal.codec.Samples.Circle;
import dev.larder.internal.codec.Samples.Group;
import dev.larder.internal.codec.Samples.Square;
import dev.larder.internal.codec.Samples.Times;
import dev.larder.spi.ValueCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonCodecTest extends CodecContract {
  JsonCodecTest() {
    super(new JsonCodec());
  }

  private <V> String json(Model<V> type, V value) {
    return new String(codecFor(type).encode(value), UTF_8);
  }

  private <V> V read(Model<V> type, String json) {
    byte[] bytes = json.getBytes(UTF_8);
    return codecFor(type).decode(bytes, 0, bytes.length);
  }

  private void assertRefused(Model<?> type, String json, String message) {
    assertThatThrownBy(() -> read(type, json)).as(json).hasStackTraceContaining(message);
  }

  @Test
  void anyJsonReaderUnderstandsIt() {
    assertThat(json(SHAPE, new Group(List.of(new Circle(1.5), new Square(2)), null)))
        .isEqualTo(
            "{\"@type\":\"Group\",\"frame\":null,\"shapes\":"
                + "[{\"@type\":\"Circle\",\"radius\":1.5},{\"@type\":\"Square\",\"side\":2}]}");
    assertThat(json(Model.of(Circle.class), new Circle(2))).isEqualTo("{\"radius\":2.0}");
    assertThat(json(Model.of(Times.class, Samples.timeClasses()), Samples.times()))
        .contains("\"instant\":\"2024-02-29T23:59:59.123456789Z\"")
        .contains("\"zoned\":\"2024-02-29T23:59:59.123456789+01:00[Europe/Berlin]\"")
        .contains("\"duration\":\"PT1M30.000000001S\"")
        .contains("\"period\":\"P1Y2M3D\"");
  }

  /** With an empty one. */
  record Contact(Optional<String> mail, Optional<Integer> age) {}

  @Test
  void optionalsComeBack() {
    Contact contact = new Contact(Optional.of("a@b"), Optional.empty());
    Model<Contact> model = Model.of(Contact.class, String.class, Integer.class, Optional.class);
    assertThat(json(model, contact)).isEqualTo("{\"age\":null,\"mail\":\"a@b\"}");
    assertThat(roundTrip(model, contact)).isEqualTo(contact);
  }

  @Test
  void theOrderOfAMapIsKept() {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (String key : "z y x a b c".split(" ")) {
      map.put(key, 1);
    }
    assertThat(roundTrip(Model.of(new Model.Token<Map<String, Integer>>() {}), map).keySet())
        .containsExactly("z", "y", "x", "a", "b", "c");
  }

  /** An open part. */
  record Note(Object subject, Comparable<?> rank, Number weight) {}

  @Test
  void anOpenPartIsOfTheKnownClasses() {
    Model<Note> model =
        Model.of(Note.class, Circle.class, String.class, Integer.class, Long.class, Double.class);
    Note note = new Note(new Circle(1), "first", 2L);
    assertThat(roundTrip(model, note)).isEqualTo(note);
    assertThat(roundTrip(model, new Note("text", 1, 1.5))).isEqualTo(new Note("text", 1, 1.5));
    assertRefused(
        model, "{\"subject\":[\"java.io.File\",\"/\"],\"rank\":null,\"weight\":null}", "File");
    assertRefused(model, "{\"subject\":{\"a\":1},\"rank\":null,\"weight\":null}", "@type");
  }

  @Test
  void whatIsNotExactlyAValueIsRefused() {
    Model<Circle> circle = Model.of(Circle.class);
    assertThat(read(circle, "{ \"radius\" : 1 }")).isEqualTo(new Circle(1));
    assertRefused(circle, "{\"radius\":1,\"color\":2}", "color");
    assertRefused(circle, "{}", "radius");
    assertRefused(circle, "{\"radius\":null}", "radius");
    assertRefused(circle, "{\"radius\":\"1\"}", "radius");
    assertRefused(circle, "{\"radius\":1}}", "Unexpected close marker");
    assertRefused(circle, "[]", "Circle");
    assertRefused(Model.of(Long.class), "1.5", "Long");
    assertRefused(Model.of(Samples.Size.class), "1", "Size");
    assertRefused(Model.of(Samples.Size.class), "\"MEDIUM\"", "MEDIUM");
    assertRefused(SHAPE, "{\"radius\":1}", "@type");
    assertRefused(SHAPE, "{\"@type\":\"java.io.File\"}", "java.io.File");
  }

  /** Says by itself how it is written. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Named {}

  record First(int number) implements Named {}

  /** Not known to the model. */
  record Other(int number) implements Named {
    static boolean made;

    Other {
      made = true;
    }
  }

  @Test
  void fullClassNamesAreLookedUpInTheSetAlone() {
    Model<Named> model = Model.of(Named.class, First.class);
    assertThat(roundTrip(model, new First(1))).isEqualTo(new First(1));
    String name = First.class.getName().replace("First", "Other");
    assertRefused(model, "{\"@class\":\"" + name + "\",\"number\":1}", "denied resolution");
    assertThat(Other.made).isFalse();
  }

  record Holder(Class<?> type) {}

  @Test
  void noClassIsLoadedForAName() {
    Model<Holder> model = Model.of(Holder.class, Class.class);
    assertRefused(model, "{\"type\":\"java.io.File\"}", "a class is not read from JSON");
  }

  /** Without a way to make it. */
  static final class Closed {
    final int number;

    Closed(int number) {
      this.number = number;
    }
  }

  record Keyed(Map<Circle, String> names) {}

  private void assertUnfit(Model<?> type, String message) {
    assertThatThrownBy(() -> codecFor(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatCouldNotBeReadBackIsToldBeforeTheFirstValue() {
    assertUnfit(Model.of(Closed.class), "Closed cannot be made from JSON: it is no record");
    assertUnfit(Model.of(Keyed.class, Circle.class, String.class), "Map) Key deserializer");
    assertUnfit(
        Model.of(new Model.Token<List<Circle>>() {}), "Circle is not among the classes that");
  }

  /** Holds itself. */
  static final class Node {
    @Nullable Node next;
  }

  @Test
  void aCycleIsNotWritten() {
    Node node = new Node();
    node.next = node;
    ValueCodec<Node> nodes = codecFor(Model.of(Node.class));
    assertThatThrownBy(() -> nodes.encode(node)).isInstanceOf(RuntimeException.class);
  }
}
