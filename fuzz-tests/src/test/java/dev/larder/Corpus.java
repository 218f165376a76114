package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The inputs that long runs were left with: each reaches something that the others do not. A line
 * of base64 for each, in a text file for each target; what was once a finding is added there.
 */
final class Corpus {
  private Corpus() {}

  /** Those for a target. */
  static List<byte[]> of(Class<?> target) {
    String name = "/corpus/" + target.getSimpleName() + ".txt";
    try (InputStream lines = Objects.requireNonNull(Corpus.class.getResourceAsStream(name), name)) {
      return new String(lines.readAllBytes(), UTF_8)
          .lines()
          .map(Base64.getDecoder()::decode)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
