package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Key texts with random damage, the same ones every time: each is refused, or is the one text of
 * the key that it reads as. With {@code -Dlarder.full=true} there are millions.
 */
class KeyTextFuzzTest {
  private static final int ROUNDS = Boolean.getBoolean("larder.full") ? 5_000_000 : 50_000;
  private static final int ROUNDS_OF_A_SHAPE = 100;
  private static final String NASTY = ":%~{}[]*? a0-+.TZ7Fé𝒳\u0000\ud800";

  private final Random random = new Random(20260229);
  private int read;

  /** A shape of random parts, and keys of it. */
  private final class Keys {
    private final Sample<?>[] samples =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> Samples.random(random, random.nextInt(3)))
            .toArray(Sample<?>[]::new);
    private final KeyShape<CompositeKey> shape = shapeOf(samples);
    private final KeyText<CompositeKey> texts = new KeyText<>("shop", 3, "users", shape);

    String text() {
      Object[] values = new Object[samples.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = samples[i].makeOrNull(random);
      }
      return texts.format(Objects.requireNonNull(shape.key(values)));
    }
  }

  private static KeyShape<CompositeKey> shapeOf(Sample<?>[] samples) {
    PartType<?>[] parts = new PartType<?>[samples.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = samples[i].type();
    }
    return KeyShape.composite(parts);
  }

  @Test
  void i1_aDamagedTextIsRefusedOrIsTheOneTextOfItsKey() {
    for (int i = 0; i < ROUNDS / ROUNDS_OF_A_SHAPE; i++) {
      Keys keys = new Keys();
      for (int j = 0; j < ROUNDS_OF_A_SHAPE; j++) {
        check(keys, damaged(keys.text()));
      }
    }
    // Most are refused; that some are read shows that the damage is not too coarse.
    assertThat(read).isBetween(ROUNDS / 50, ROUNDS);
  }

  private void check(Keys keys, String text) {
    CompositeKey key;
    try {
      key = keys.texts.parse(text);
    } catch (CacheValidationException refused) {
      return;
    }
    read++;
    String again = keys.texts.format(Objects.requireNonNull(key));
    if (!again.equals(text)) {
      throw new AssertionError(keys.shape + ": " + text + " is read as the key of " + again);
    }
  }

  private String damaged(String text) {
    StringBuilder damaged = new StringBuilder(text);
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      int at = random.nextInt(damaged.length() + 1);
      if (at == damaged.length() || random.nextBoolean()) {
        damaged.insert(at, NASTY.charAt(random.nextInt(NASTY.length())));
      } else if (random.nextBoolean()) {
        damaged.deleteCharAt(at);
      } else {
        damaged.setCharAt(at, NASTY.charAt(random.nextInt(NASTY.length())));
      }
    }
    return damaged.toString();
  }
}
