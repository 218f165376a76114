package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Exhaustively: all tuples of up to three strings of up to three characters out of those that could
 * upset a key. A text that reads back into its tuple is that of no other.
 */
class KeyTupleTest {
  private static final String NASTY = ":%{* a";
  private static final PartType<String> STRING = PartTypes.STRING;
  private static final List<String> STRINGS = strings();

  /** All of them, and null as the last. */
  private static List<String> strings() {
    List<String> strings = new ArrayList<>(List.of(""));
    for (int i = 0; strings.get(i).length() < 3; i++) {
      for (char c : NASTY.toCharArray()) {
        strings.add(strings.get(i) + c);
      }
    }
    strings.add(null);
    return strings;
  }

  @Test
  void thereAreAllStrings() {
    assertThat(new HashSet<>(STRINGS)).hasSize(1 + 6 + 36 + 216 + 1).hasSameSizeAs(STRINGS);
  }

  @Test
  void everyStringAndEveryPairReadsBackAndHasATextOfItsOwn() {
    Set<String> texts = new HashSet<>();
    KeyText<CompositeKey> none = text(KeyShape.composite());
    KeyText<CompositeKey> one = text(KeyShape.composite(STRING));
    KeyText<CompositeKey> two = text(KeyShape.composite(STRING, STRING));
    texts.add(none.format(none.parse("p:1:c")));
    for (String first : STRINGS) {
      texts.add(readBack(one, KeyShape.composite(STRING).key(first)));
      for (String second : STRINGS) {
        texts.add(readBack(two, KeyShape.composite(STRING, STRING).key(first, second)));
      }
    }
    int size = STRINGS.size();
    assertThat(texts).hasSize(1 + size + size * size);
    assertThat(texts).noneMatch(text -> text.matches(".*[{* ].*"));
  }

  private static KeyText<CompositeKey> text(KeyShape<CompositeKey> shape) {
    return new KeyText<>("p", 1, "c", shape);
  }

  private static String readBack(KeyText<CompositeKey> keys, CompositeKey key) {
    String text = keys.format(key);
    assertThat(keys.parse(text)).isEqualTo(key);
    return text;
  }

  @Test
  void everyTripleReadsBack() {
    KeyShape<CompositeKey> shape = KeyShape.composite(STRING, STRING, STRING);
    String[] texts = STRINGS.stream().map(KeyShape.single(STRING)::text).toArray(String[]::new);
    long triples = 0;
    for (int a = 0; a < texts.length; a++) {
      for (int b = 0; b < texts.length; b++) {
        String firstTwo = texts[a] + ':' + texts[b] + ':';
        for (int c = 0; c < texts.length; c++) {
          String text = firstTwo + texts[c];
          CompositeKey key = Objects.requireNonNull(shape.parse(text));
          if (!isTriple(key, STRINGS.get(a), STRINGS.get(b), STRINGS.get(c))
              || !shape.text(key).equals(text)) {
            throw new AssertionError(text + " was read as " + key);
          }
          triples++;
        }
      }
    }
    assertThat(triples).isEqualTo(260L * 260 * 260);
  }

  private static boolean isTriple(CompositeKey key, String a, String b, String c) {
    return Objects.equals(key.part(0), a)
        && Objects.equals(key.part(1), b)
        && Objects.equals(key.part(2), c);
  }

  @Test
  void aTupleIsNotReadAsOneOfAnotherLength() {
    KeyShape<CompositeKey> two = KeyShape.composite(STRING, STRING);
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> two.parse("a"));
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> two.parse("a:b:c"));
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> two.parse(""));
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> two.parse("a:"));
  }
}
