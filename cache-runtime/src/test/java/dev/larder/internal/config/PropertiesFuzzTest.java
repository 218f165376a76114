package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cutting a file into its lines changes nothing of what the JDK reads in it. */
class PropertiesFuzzTest {
  private static final int ROUNDS = Boolean.getBoolean("larder.full") ? 1_000_000 : 20_000;
  private static final String[] PIECES = {
    "a", "b", "=", ":", " ", "\t", "\f", "\\", "\\", "\n", "\n", "\r", "\r\n", "#", "!", "\\u0041"
  };

  @Test
  void theSameIsReadAsByTheJdk() throws IOException {
    Random random = new Random(15);
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random);
      Properties expected = new Properties();
      expected.load(new StringReader(text));
      Map<String, String> read = new HashMap<>();
      PropertiesFile.read("x", text).forEach(each -> read.put(each.key(), each.value()));
      assertThat(read).as("round %d: %s", round, text).isEqualTo(expected);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(24); length > 0; length--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    // A backslash at the very end of a file, and only there, is an empty key to the JDK.
    return text.append("\n\nend = 1").toString();
  }
}
