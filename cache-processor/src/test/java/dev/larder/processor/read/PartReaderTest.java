package dev.larder.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.PartModel;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartReaderTest {
  private static final String TYPES =
      "enum Level { LOW, HIGH }\n"
          + "record Point(int x, Integer y) {}\n"
          + "record Line(Point from, Point to, String name) {}\n"
          + "record Pair<A, B>(A first, B second) {}\n"
          + "class Money {}\n"
          + "class Cents implements dev.larder.KeyPart<Money> {\n"
          + "  public String format(Money money) { return null; }\n"
          + "  public Money parse(String text) { return null; }\n"
          + "}\n"
          + "@dev.larder.annotation.KeyedBy(Cents.class)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long|long",
        "Long|long",
        "char|char",
        "Character|char",
        "String|String",
        "UUID|UUID",
        "java.math.BigDecimal|BigDecimal",
        "java.net.URI|URI",
        "Locale|Locale",
        "java.time.OffsetDateTime|OffsetDateTime",
        "java.time.ZoneId|ZoneId",
        "Level|test.Level",
        "Money|test.Money",
        "OptionalInt|optional(int)",
        "Optional<Level>|optional(test.Level)",
        "List<List<Integer>>|list(list(int))",
        "List<? extends Long>|list(long)",
        "Set<Money>|set(test.Money)",
        "int[][]|list(list(int))",
        "String...|list(String)",
        "Point|int,int",
        "Line|int,int,int,int,String",
        "Pair<Level, Pair<Long, Set<String>>>|test.Level,long,set(String)",
        "Pair<Point, Point>|int,int,int,int",
      })
  void aTypeGivesItsPartsInOrder(String type, String parts) {
    assertThat(String.join(",", read(type).names())).isEqualTo(parts);
  }

  @Test
  void onlyTypesWithAnIdentityOfTheirOwnAreTheirOwnKey() {
    assertThat(List.of("long", "String", "Level", "java.time.Instant", "Double"))
        .allMatch(type -> read(type).isOwnKey());
    assertThat(List.of("java.math.BigDecimal", "Locale", "Money", "Point", "int[]", "OptionalInt"))
        .noneMatch(type -> read(type).isOwnKey());
  }

  @Test
  void aTypeVariableIsReadByItsBound() {
    PartModel part =
        Probe.look(
            "<T extends Level> void method(T value);",
            "interface Level {}\n"
                + "class Part implements dev.larder.KeyPart<Level> {\n"
                + "  public String format(Level level) { return null; }\n"
                + "  public Level parse(String text) { return null; }\n"
                + "}\n"
                + "@dev.larder.annotation.KeyedBy(Part.class)",
            PartReaderTest::only);
    assertThat(part.names()).containsExactly("test.Level");
  }

  private static PartModel read(String type) {
    return Probe.look("void method(" + type + " value);", TYPES, PartReaderTest::only);
  }

  private static PartModel only(ProcessingEnvironment environment, TypeElement subject) {
    ExecutableElement method = ElementFilter.methodsIn(subject.getEnclosedElements()).get(0);
    return new PartReader(environment.getTypeUtils(), environment.getElementUtils(), subject)
        .read(method.getParameters().get(0).asType(), "value", Place.of(method), new Problems())
        .orElseThrow();
  }
}
