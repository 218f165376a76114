package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The keys that went wrong elsewhere, each under the name of who got it wrong. */
class PeerCollisionsTest {
  private static final KeyShape<CompositeKey> TWO_STRINGS =
      KeyShape.composite(PartTypes.STRING, PartTypes.STRING);

  @Test
  void jetCacheMadeOneEntryOfAllObjectsWithoutGetters() {
    KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.keyed("Id", new IdText()));
    differ(shape, shape.key(new Id(1)), shape.key(new Id(2)));
  }

  @Test
  void jetCacheTookALongForAString() {
    KeyShape<Long> ofLong = KeyShape.single(PartTypes.LONG);
    KeyShape<String> ofString = KeyShape.single(PartTypes.STRING);
    assertThat(ofLong).isNotEqualTo(ofString);
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> ofLong.key("1"));
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> ofString.key(1L));
  }

  @Test
  void jetCacheRanTheNameIntoTheKey() {
    KeyShape<String> shape = KeyShape.single(PartTypes.STRING);
    assertThat(new KeyText<>("", 1, "user", shape).format("1"))
        .isNotEqualTo(new KeyText<>("", 1, "user1", shape).format(""));
    assertThat(new KeyText<>("", 1, "user:1", shape).format("2"))
        .isNotEqualTo(new KeyText<>("", 1, "user", shape).format("1:2"));
    assertThat(new KeyText<>("a:1", 2, "c", shape).format("k"))
        .isNotEqualTo(new KeyText<>("a", 1, "2:c", shape).format("k"));
  }

  @Test
  void jetCacheMadeTwoKeysOfEqualCollectionsInAnotherOrder() {
    KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.set(PartTypes.STRING));
    Set<String> forth = new LinkedHashSet<>(List.of("a", "b", "c"));
    Set<String> back = new LinkedHashSet<>(List.of("c", "b", "a"));
    assertThat(shape.key(forth)).isEqualTo(shape.key(back));
    assertThat(shape.text(shape.key(forth))).isEqualTo(shape.text(shape.key(back)));
  }

  @Test
  void springPrintedPartsWithCommasAlike() {
    differ(TWO_STRINGS, TWO_STRINGS.key("a", "b, c"), TWO_STRINGS.key("a, b", "c"));
  }

  @Test
  void springGaveAListOfNullsForUnknownNames() {
    differ(TWO_STRINGS, TWO_STRINGS.key("a", null), TWO_STRINGS.key(null, "a"));
    differ(TWO_STRINGS, TWO_STRINGS.key(null, null), TWO_STRINGS.key("null", "null"));
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> TWO_STRINGS.key("a"));
  }

  @Test
  void micronautMergedPartsWithCommas() {
    differ(TWO_STRINGS, TWO_STRINGS.key("a", "b,c"), TWO_STRINGS.key("a,b", "c"));
    KeyShape<CompositeKey> lists = KeyShape.composite(PartTypes.list(PartTypes.STRING));
    differ(lists, lists.key(List.of("a", "b,c")), lists.key(List.of("a,b", "c")));
    differ(lists, lists.key(List.of("a,b,c")), lists.key(List.of("a", "b", "c")));
  }

  @Test
  void micronautUsedTheIdentityHashOfAClassWithoutToString() {
    KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.keyed("Id", new IdText()));
    assertThat(shape.text(shape.key(new Id(7)))).isEqualTo("7");
    assertThat(shape.key(new Id(7))).isEqualTo(shape.key(new Id(7)));
  }

  @Test
  void koraJoinedPartsByColons() {
    differ(TWO_STRINGS, TWO_STRINGS.key("a:b", "c"), TWO_STRINGS.key("a", "b:c"));
  }

  @Test
  void quarkusAndMicronautSharedOneCacheBetweenKeysOfOtherShapes() {
    assertThat(KeyShape.composite(PartTypes.LONG, PartTypes.STRING))
        .isNotEqualTo(KeyShape.composite(PartTypes.STRING, PartTypes.LONG))
        .isNotEqualTo(KeyShape.composite(PartTypes.LONG))
        .isNotEqualTo(KeyShape.single(PartTypes.LONG))
        .isEqualTo(KeyShape.composite(PartTypes.LONG, PartTypes.STRING));
  }

  private static void differ(KeyShape<CompositeKey> shape, CompositeKey one, CompositeKey other) {
    assertThat(one).isNotEqualTo(other);
    assertThat(shape.text(one)).isNotEqualTo(shape.text(other));
    assertThat(shape.parse(shape.text(one))).isEqualTo(one);
    assertThat(shape.parse(shape.text(other))).isEqualTo(other);
  }

  /** No getter, no toString, no equals. */
  private static final class Id {
    private final long number;

    Id(long number) {
      this.number = number;
    }
  }

  private static final class IdText implements KeyPart<Id> {
    @Override
    public String format(Id value) {
      return Long.toString(value.number);
    }

    @Override
    public Id parse(String text) {
      return new Id(Long.parseLong(text));
    }
  }
}
