package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShapeTest {
  private static final PartType<List<UUID>> UUIDS = PartTypes.list(PartTypes.UUID);
  private static final KeyShape<CompositeKey> SHAPE =
      KeyShape.composite(PartTypes.LONG, PartTypes.STRING, UUIDS);

  @Test
  void printsTheNamesOfItsParts() {
    assertThat(SHAPE).hasToString("(long, String, list(UUID))");
    assertThat(KeyShape.composite()).hasToString("()");
    assertThat(KeyShape.composite(PartTypes.LONG)).hasToString("(long)");
    assertThat(KeyShape.single(PartTypes.LONG)).hasToString("long");
    assertThat(KeyShape.single(PartTypes.enumOf(Color.class)))
        .hasToString("dev.larder.KeyShapeTest.Color");
  }

  @Test
  void isEqualToAShapeOfTheSameNames() {
    KeyShape<CompositeKey> same =
        KeyShape.composite(PartTypes.LONG, PartTypes.STRING, PartTypes.array(PartTypes.UUID));
    assertThat(SHAPE).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(SHAPE).isNotEqualTo(KeyShape.composite(PartTypes.LONG, PartTypes.STRING));
    assertThat(KeyShape.single(PartTypes.LONG)).isNotEqualTo(KeyShape.composite(PartTypes.LONG));
  }

  @Test
  void partsOfOneNameTakeTheSameValuesAndGiveTheSameKeys() {
    UUID id = new UUID(1, 2);
    KeyShape<CompositeKey> lists = KeyShape.composite(UUIDS, PartTypes.optional(PartTypes.INT));
    KeyShape<CompositeKey> arrays =
        KeyShape.composite(PartTypes.array(PartTypes.UUID), PartTypes.OPTIONAL_INT);
    CompositeKey key = lists.key(List.of(id), Optional.of(7));
    assertThat(lists.key(new UUID[] {id}, OptionalInt.of(7))).isEqualTo(key);
    assertThat(arrays.key(List.of(id), Optional.of(7))).isEqualTo(key);
    assertThat(arrays.key(new UUID[] {id}, OptionalInt.of(7))).isEqualTo(key);
  }

  @Test
  void aSingleKeyIsTheValueItself() {
    String value = new String("a");
    assertThat(KeyShape.single(PartTypes.STRING).key(value)).isSameAs(value);
    assertThat(KeyShape.single(PartTypes.STRING).key((Object) null)).isNull();
    assertThat(KeyShape.single(PartTypes.STRING).key((Object[]) null)).isNull();
    assertThat(KeyShape.single(PartTypes.STRING).text(null)).isEqualTo("~null");
    assertThat(KeyShape.single(PartTypes.STRING).parse("~null")).isNull();
  }

  @Test
  void aSingleKeyMustBeItsOwn() {
    invalid(
        () -> KeyShape.single(PartTypes.URI),
        "a URI is not its own key; use KeyShape.composite(...)");
    invalid(() -> KeyShape.single(PartTypes.BIG_DECIMAL), "a BigDecimal is not its own key; ");
  }

  @Test
  void namesThePartAndTheClassOfAWrongArgument() {
    invalid(
        () -> SHAPE.key(1, "a", List.of()),
        "part 0 of a key of (long, String, list(UUID)) must be a long, but was given a"
            + " java.lang.Integer");
    invalid(
        () -> SHAPE.key(1L, new Secret(), List.of()),
        "part 1 of a key of (long, String, list(UUID)) must be a String, but was given a"
            + " dev.larder.KeyShapeTest$Secret");
    invalid(
        () -> SHAPE.key(1L, "a", List.of(new Secret())),
        "part 2 of a key of (long, String, list(UUID)) must be a list(UUID), but was given a"
            + " dev.larder.KeyShapeTest$Secret");
    invalid(() -> SHAPE.key(1L, "a", Set.of()), "part 2 of a key of ");
    invalid(() -> SHAPE.key(1L, "a", new int[] {1}), "a java.lang.Integer");
    invalid(() -> SHAPE.key(1L, "a"), "has 3 parts, not 2");
    invalid(() -> KeyShape.single(PartTypes.LONG).key(PartTypes.absentRecord(1)), "must be a long");
  }

  @Test
  void aWrongClassForAUsersOwnTypeIsNamed() {
    KeyShape<CompositeKey> shape =
        KeyShape.composite(PartTypes.keyed("com.acme.Secret", new SecretText()));
    invalid(() -> shape.key("a"), "must be a com.acme.Secret, but was given a java.lang.String");
    assertThat(shape.text(shape.key(new Secret()))).isEqualTo("secret");
    assertThat(shape.parse("secret")).isEqualTo(shape.key(new Secret()));
    invalid(
        () -> shape.parse("other"),
        "\"other\" is not the text of a key part of type com.acme.Secret");
  }

  @Test
  void aKeyOfAnotherShapeHasNoText() {
    invalid(() -> SHAPE.text(KeyShape.composite().key()), "not one of 0 parts");
    invalid(() -> SHAPE.text(null), "a key of (long, String, list(UUID)) was asked for, not null");
    CompositeKey strings =
        KeyShape.composite(PartTypes.STRING, PartTypes.STRING, UUIDS).key("a", "b", List.of());
    invalid(() -> SHAPE.text(strings), "must be a long, but was given a java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1:a",
        "1:a:()::",
        ":a:()",
        "+1:a:()",
        "01:a:()",
        " 1:a:()",
        "1 :a:()",
        "1L:a:()",
        "\u0661:a:()",
        "9223372036854775808:a:()",
        "1::()",
        "1:~none:()",
        "1:~null0:()",
        "1:~null01:()",
        "1:~null-1:()",
        "1:~null99999999999:()",
        "1:~nullx:()",
        "1:a:",
        "1:a:(",
        "1:a:(1-1-1-1-1)",
        "1:a:(,)",
        "1:a:(())",
        "1:a:(~null1)",
        "1:~Null:()",
        "~null :a:()"
      })
  void aMalformedTextIsRefused(String text) {
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> SHAPE.parse(text));
  }

  @Test
  void aLongMalformedTextIsCutShortInTheMessage() {
    invalid(() -> SHAPE.parse("x".repeat(100_000)), "x...\" (100000 characters)");
  }

  @Test
  void absentRecordsAreToldFromNullsAndFromEachOther() {
    KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.LONG, PartTypes.STRING);
    CompositeKey nulls = shape.key(null, null);
    CompositeKey inner = shape.key(PartTypes.absentRecord(1), null);
    CompositeKey outer = shape.key(PartTypes.absentRecord(2), null);
    assertThat(nulls).isNotEqualTo(inner);
    assertThat(inner).isNotEqualTo(outer).isEqualTo(shape.key(PartTypes.absentRecord(1), null));
    assertThat(shape.text(nulls)).isEqualTo("~null:~null");
    assertThat(shape.text(inner)).isEqualTo("~null1:~null");
    assertThat(shape.text(outer)).isEqualTo("~null2:~null");
    assertThat(shape.parse("~null2:~null")).isEqualTo(outer);
    invalid(() -> PartTypes.absentRecord(0), "levels of an absent record must be at least 1: 0");
  }

  private static void invalid(ThrowingCallable call, String message) {
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(call)
        .withMessageContaining(message);
  }

  private enum Color {}

  private static final class Secret {
    @Override
    public String toString() {
      throw new AssertionError("toString of a user's class was called");
    }
  }

  private static final class SecretText implements KeyPart<Secret> {
    @Override
    public String format(Secret value) {
      return "secret";
    }

    @Override
    public Secret parse(String text) {
      if (!text.equals("secret")) {
        throw new IllegalStateException("no such secret");
      }
      return new Secret();
    }
  }
}
