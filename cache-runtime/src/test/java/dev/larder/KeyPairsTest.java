package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys and their texts are equal together, whatever the parts are. */
class KeyPairsTest {
  private static final int SHAPES = 1_000;
  private static final int PAIRS_OF_A_SHAPE = 1_000;

  @Test
  void aMillionPairsThatDifferByOneEditDifferInTheHeapAndInTheirText() {
    Random random = new Random(20240229);
    for (int i = 0; i < SHAPES; i++) {
      Tuples tuples = new Tuples(random);
      for (int j = 0; j < PAIRS_OF_A_SHAPE; j++) {
        List<@Nullable Object> values = tuples.make(random);
        check(tuples.shape, values, tuples.edit(values, random), tuples.rebuild(values));
      }
    }
  }

  private static void check(
      KeyShape<CompositeKey> shape, List<?> values, List<?> edited, List<?> rebuilt) {
    CompositeKey key = key(shape, values);
    CompositeKey other = key(shape, edited);
    CompositeKey again = key(shape, rebuilt);
    String text = shape.text(key);
    String otherText = shape.text(other);
    boolean isApart = !key.equals(other) && !other.equals(key) && !text.equals(otherText);
    boolean isOne =
        key.equals(again)
            && again.equals(key)
            && key.hashCode() == again.hashCode()
            && shape.text(again).equals(text);
    if (!isApart || !isOne || !key.equals(shape.parse(text))) {
      throw new AssertionError(shape + ": " + text + ", " + otherText + ", " + shape.text(again));
    }
  }

  private static CompositeKey key(KeyShape<CompositeKey> shape, List<?> values) {
    return Objects.requireNonNull(shape.key(values.toArray()));
  }

  /** Values are drawn from few, so that equal ones meet. */
  @Test
  void keysAreEqualIfAndOnlyIfTheirTextsAre() {
    Random random = new Random(7);
    int meetings = 0;
    for (int i = 0; i < SHAPES; i++) {
      Tuples tuples = new Tuples(random);
      Map<CompositeKey, String> texts = new HashMap<>();
      Map<String, CompositeKey> keys = new HashMap<>();
      for (int j = 0; j < 200; j++) {
        CompositeKey key = key(tuples.shape, tuples.make(new Random(random.nextInt(50))));
        String text = tuples.shape.text(key);
        String textBefore = texts.put(key, text);
        CompositeKey keyBefore = keys.put(text, key);
        assertThat(textBefore == null || textBefore.equals(text)).as(text).isTrue();
        assertThat(keyBefore == null || keyBefore.equals(key)).as(text).isTrue();
        meetings += textBefore == null ? 0 : 1;
      }
    }
    assertThat(meetings).isGreaterThan(100_000);
  }

  @Test
  void everyPartTypeIsAmongTheSamples() {
    List<String> sampled = Samples.LEAVES.stream().map(sample -> sample.type().name()).toList();
    List<String> leaves =
        GoldenKeys.all().stream()
            .map(golden -> golden.part().name())
            .filter(name -> !name.contains("(") && !name.equals("Currency"))
            .toList();
    assertThat(sampled).containsAll(leaves);
  }

  /** Tuples of one random shape, in which any part may be null or an absent record. */
  private static final class Tuples {
    private final List<Sample<Object>> parts = new ArrayList<>();
    private final KeyShape<CompositeKey> shape;

    Tuples(Random random) {
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        parts.add(widened(Samples.random(random, random.nextInt(3))));
      }
      shape = KeyShape.composite(parts.stream().map(Sample::type).toArray(PartType<?>[]::new));
    }

    @SuppressWarnings("unchecked") // given only what it made itself
    private static Sample<Object> widened(Sample<?> sample) {
      return (Sample<Object>) sample;
    }

    List<@Nullable Object> make(Random random) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Sample<Object> part : parts) {
        values.add(random.nextInt(30) == 0 ? absent(random) : part.makeOrNull(random));
      }
      return values;
    }

    private static Object absent(Random random) {
      return PartTypes.absentRecord(1 + random.nextInt(12));
    }

    List<@Nullable Object> edit(List<@Nullable Object> values, Random random) {
      List<@Nullable Object> edited = new ArrayList<>(values);
      int index = random.nextInt(parts.size());
      Object value = values.get(index);
      Object other;
      if (value instanceof AbsentRecord absent) {
        other = random.nextBoolean() ? null : PartTypes.absentRecord(absent.levels() + 1);
      } else {
        other =
            random.nextInt(30) == 0 ? absent(random) : parts.get(index).editOrNull(value, random);
      }
      edited.set(index, other);
      return edited;
    }

    List<@Nullable Object> rebuild(List<@Nullable Object> values) {
      List<@Nullable Object> rebuilt = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        rebuilt.add(
            value instanceof AbsentRecord absent
                ? PartTypes.absentRecord(absent.levels())
                : parts.get(i).rebuildOrNull(value));
      }
      return rebuilt;
    }
  }
}
