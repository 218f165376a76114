package dev.larder.processor.read;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.processor.diagnostic.Place;
import dev.larder.processor.diagnostic.Problems;
import dev.larder.processor.model.Lookup;
import dev.larder.processor.model.ValueModel;
import dev.larder.processor.model.ValueModel.Form;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueWalkTest {
  @Test
  void aFingerprintIsTheSameInEveryCompilation() {
    String user = "record User(long id, List<Role> roles) {} enum Role { READER, WRITER }";
    assertThat(walk("User", user).fingerprint()).isEqualTo(-2526383036866511678L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record User(long id, String name) {}|record User(String name, long id) {}",
        "record User(long id, String name) {}|record User(long id, String title) {}",
        "record User(long id, String name) {}|record User(int id, String name) {}",
        "record User(long id) {}|record User(long id, String name) {}",
        "record User(long id) {}|class User { long id; }",
        "record User(Role role) {} enum Role { A, B }|record User(Role role) {} enum Role { B, A }",
        "record User(Role role) {} enum Role { A }|record User(Role role) {} enum Role { A, B }",
        "class User extends Base {} class Base { int id; }|class User extends Base {} class Base {}",
        "record User(List<Long> ids) {}|record User(List<Integer> ids) {}",
        "record User(Set<Long> ids) {}|record User(List<Long> ids) {}",
        "record User(long[] ids) {}|record User(int[] ids) {}",
        "sealed interface User permits A {} record A() implements User {}"
            + "|sealed interface User permits A, B {} record A() implements User {}"
            + " record B() implements User {}",
        "@dev.larder.annotation.CacheTypes(A.class) interface User {}"
            + " record A() implements User {} record B() implements User {}"
            + "|@dev.larder.annotation.CacheTypes({A.class, B.class}) interface User {}"
            + " record A() implements User {} record B() implements User {}",
        "sealed interface User permits A {} record A(B<Long> b) implements User {}"
            + " sealed interface B<T> permits C {} record C<T>(T t) implements B<T> {}"
            + "|sealed interface User permits A {} record A(B<String> b) implements User {}"
            + " sealed interface B<T> permits C {} record C<T>(T t) implements B<T> {}",
      })
  void anotherShapeHasAnotherFingerprint(String one, String other) {
    assertThat(walk("User", one).fingerprint()).isNotEqualTo(walk("User", other).fingerprint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class User { long id; String name; }|class User { String name; long id; }",
        "class User { long id; }|class User { long id; static int count; transient int cached; }",
        "record User(long id) {}|record User(long id) { long twice() { return 2 * id; } }",
        "sealed interface User permits A, B {} record A() implements User {}"
            + " record B() implements User {}"
            + "|sealed interface User permits B, A {} record A() implements User {}"
            + " record B() implements User {}",
      })
  void whatChangesNoShapeChangesNoFingerprint(String one, String other) {
    assertThat(walk("User", one).fingerprint()).isEqualTo(walk("User", other).fingerprint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int|PRIMITIVE|java.lang.Integer",
        "Integer|PLAIN|java.lang.Integer",
        "Optional<String>|OPTIONAL|java.lang.String",
        "OptionalLong|OPTIONAL_LONG|java.lang.Long",
        "Map<String, List<int[]>>|PLAIN|java.util.Map<java.lang.String, java.util.List<int[]>>",
      })
  void aResultIsKeptAsItsBoxOrOutOfItsOptional(String result, Form form, String name) {
    ValueModel value = walk(result, "");
    assertThat(value.form()).isEqualTo(form);
    assertThat(value.name()).isEqualTo(name);
  }

  @Test
  void annotationsOfTypesAreNoPartOfTheirName() {
    String mark =
        "@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Mark {}";
    assertThat(walk("List<@Mark String>", mark).name())
        .isEqualTo("java.util.List<java.lang.String>");
    assertThat(walk("List<@Mark String>", mark).fingerprint())
        .isEqualTo(walk("List<String>", mark).fingerprint());
  }

  @Test
  void everyTypeIsReachedOnce() {
    ValueModel tree =
        walk("Tree", "record Tree(List<Tree> children, Leaf[] leaves) {} record Leaf(Tree in) {}");
    assertThat(tree.reached())
        .isEqualTo(List.of("java.util.List<test.Tree>", "test.Leaf", "test.Tree"));
  }

  @Test
  void aTypeThatHoldsItselfWithEverLongerArgumentsComesToAnEnd() {
    ValueModel value = walk("Box<String>", "record Box<T>(T value, Box<List<T>> next) {}");
    assertThat(value.reached()).contains("test.Box<java.lang.String>").hasSizeLessThan(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String|",
        "Optional<java.time.Instant>|",
        "record User(long id, Optional<UUID> key) {}|",
        "class User { private final String name = null; }|",
        "record User(Node next) {} record Node(User owner) {}|",
        "enum User { A; int count; }|",
        "class User { int id; }|User.id can be set",
        "List<String>|",
        "record User(Map<String, NavigableSet<Long>> ids, Iterable<CharSequence> names) {}|",
        "List<Date>|java.util.Date can be changed",
        "ArrayList<String>|java.util.ArrayList<java.lang.String> can be changed",
        "Deque<String>|java.util.Deque<java.lang.String> can be changed",
        "record User(HashMap<String, Long> ids) {}|User.ids holds"
            + " java.util.HashMap<java.lang.String, java.lang.Long>, which can be changed",
        "record User(Inner in) {} class Inner { int a; }|Inner.a can be set",
        "class User extends Base {} class Base { int a; }|Base.a can be set",
        "record User(int[] ids) {}|User.ids holds int[], which can be changed",
        "record User(java.util.concurrent.atomic.AtomicInteger count) {}"
            + "|User.count holds java.util.concurrent.atomic.AtomicInteger, which can be changed",
      })
  void theFirstReasonWhyAValueCanChangeIsKnown(String type, String reason) {
    assertThat(walkOf(type).mutable().orElse(null)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String|true",
        "Optional<UUID>|true",
        "record User(long id, Role role) {} enum Role { A }|true",
        "List<String>|false",
        "record User(Set<Long> ids) {}|false",
        "Object|false",
        "Number|false",
        "record User(Class<?> type) {}|true",
        "<T> T|false",
        "<T> List<T>|false",
        "<T extends Number> T|false",
        "<T extends java.time.Instant> T|true",
        "<T extends User> T~class User {}|false",
        "List<? extends UUID>|false",
        "int[]|false",
      })
  void onlyWhatNobodyCanChangeCountsAsImmutable(String type, boolean immutable) {
    assertThat(walkOf(type).isImmutable()).isEqualTo(immutable);
  }

  @Test
  void aTypeBehindManyOthersOfItsClassIsPartOfTheShape() {
    String lists =
        IntStream.range(0, 40).mapToObj(i -> "List<E" + i + "> m" + i).collect(joining(", "));
    String elements =
        IntStream.range(0, 40).mapToObj(i -> "record E" + i + "() {}").collect(joining());
    String types = "record User(" + lists + ") {} " + elements;
    assertThat(walk("User", types).fingerprint())
        .isNotEqualTo(
            walk("User", types.replace("record E39()", "record E39(int id)")).fingerprint());
  }

  private static ValueModel walkOf(String type) {
    if (type.contains("~")) {
      return walk(type.split("~", 2)[0], type.split("~", 2)[1]);
    }
    return type.contains("{") ? walk("User", type) : walk(type, "");
  }

  private static ValueModel walk(String result, String types) {
    return Probe.look(result + " method();", types, ValueWalkTest::walk);
  }

  private static ValueModel walk(ProcessingEnvironment environment, TypeElement subject) {
    ExecutableElement method = ElementFilter.methodsIn(subject.getEnclosedElements()).get(0);
    return new ValueWalk(new Lookup(environment, subject), new ParameterNames(any -> true))
        .walk(method.getReturnType(), "method()", Place.of(method), new Problems())
        .orElseThrow();
  }
}
