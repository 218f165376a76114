package dev.larder.processor.read;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** No two of several hundred types have one fingerprint. */
final class FingerprintTest {
  private static final String DECLARATIONS =
      """
      enum Role { READER, WRITER }
      enum Rank { READER, WRITER }
      record User(long id, Role role) {}
      record Member(long id, Role role) {}
      record Box<E>(E value) {}
      record Pair<A, B>(A one, B other) {}
      class Outer<E> { class Inner { E value; } static class Nested { int value; } }
      sealed interface Shape permits Circle, Square {}
      record Circle(int size) implements Shape {}
      record Square(int size) implements Shape {}
      class T {}
      """;

  private static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "short", "int", "long", "char", "float", "double");

  private static final List<String> VALUES =
      List.of(
          "Boolean",
          "Byte",
          "Short",
          "Integer",
          "Long",
          "Character",
          "Float",
          "Double",
          "String",
          "UUID",
          "Object",
          "Number",
          "CharSequence",
          "Class<?>",
          "java.time.Instant",
          "java.math.BigDecimal",
          "Role",
          "Rank",
          "User",
          "Member",
          "Shape",
          "Circle",
          "T",
          "Outer<String>.Inner",
          "Outer<Long>.Inner",
          "Outer.Nested",
          "Pair<String, Long>",
          "Pair<Long, String>",
          "Pair<?, Long>",
          "Box<Role>",
          "V",
          "N",
          "C",
          "D");

  private static final List<String> HOLDERS =
      List.of(
          "%s[]",
          "%s[][]",
          "List<%s>",
          "List<? extends %s>",
          "List<? super %s>",
          "Set<%s>",
          "Collection<%s>",
          "ArrayList<%s>",
          "Map<String, %s>",
          "Map<%s, String>",
          "Box<%s>",
          "Box<List<%s>>",
          "List<Box<%s>>",
          "List<%s[]>",
          "List<%s>[]");

  @Test
  void noTwoTypesHaveOneFingerprint() {
    Map<Long, List<String>> byFingerprint = new TreeMap<>();
    fingerprints(types())
        .forEach(
            (type, fingerprint) ->
                byFingerprint.computeIfAbsent(fingerprint, f -> new ArrayList<>()).add(type));
    assertThat(byFingerprint.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    assertThat(byFingerprint).hasSizeGreaterThan(500);
  }

  @Test
  void aFingerprintIsTheSameInEveryRelease() {
    assertThat(fingerprints(List.of("int[]", "int[][]", "String", "List<User>", "N", "Shape")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "int[]", -7220284170823414418L,
                "int[][]", 1865732222850026308L,
                "String", 6485121946531431841L,
                "List<User>", 1544735219018955911L,
                "N", 1268687770940378796L,
                "Shape", 8933325664873570279L));
  }

  private static Set<String> types() {
    Set<String> all = new LinkedHashSet<>(VALUES);
    for (String primitive : PRIMITIVES) {
      all.add(primitive + "[]");
      all.add(primitive + "[][]");
      all.add("List<" + primitive + "[]>");
      all.add("Map<String, " + primitive + "[][]>");
    }
    for (String holder : HOLDERS) {
      VALUES.forEach(value -> all.add(String.format(holder, value)));
    }
    return all;
  }

  private static Map<String, Long> fingerprints(Collection<String> types) {
    String variables =
        "<V, N extends Number, C extends Number & Comparable<C>, D extends Number & Runnable> ";
    List<String> order = List.copyOf(types);
    String methods =
        order.stream()
            .map(type -> variables + type + " m" + order.indexOf(type) + "();")
            .collect(joining("\n"));
    return Probe.look(
        methods, DECLARATIONS, (environment, subject) -> walk(order, environment, subject));
  }

  private static Map<String, Long> walk(
      List<String> types, ProcessingEnvironment environment, TypeElement subject) {
    Map<String, Long> fingerprints = new TreeMap<>();
    ValueWalk walk =
        new ValueWalk(new Lookup(environment, subject), new ParameterNames(any -> true));
    ElementFilter.methodsIn(subject.getEnclosedElements())
        .forEach(
            method -> {
              String type =
                  types.get(Integer.parseInt(method.getSimpleName().toString().substring(1)));
              fingerprints.put(
                  type,
                  walk.walk(method.getReturnType(), type, Place.of(method), new Problems())
                      .orElseThrow()
                      .fingerprint());
            });
    return fingerprints;
  }
}
