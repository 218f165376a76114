package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile bytes, chosen by what they make the code do. With {@code -Dlarder.full=true} there are
 * five million.
 */
class FuzzTest {
  private static final boolean FULL = Boolean.getBoolean("larder.full");

  /** Places of the code that are reached by the seeds alone; less means that nothing is seen. */
  private static final int LEAST_COVERAGE = 50;

  @TempDir private Path directory;

  private void assertNothingIsFound(Class<?> target, List<byte[]> seeds, long inputsOfFull)
      throws Exception {
    long inputs = FULL ? inputsOfFull : 10_000;
    List<byte[]> first = new ArrayList<>(seeds);
    first.addAll(Corpus.of(target));
    FuzzRun run = FuzzRun.of(target, directory, first, inputs);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.inputs()).isGreaterThanOrEqualTo(inputs);
    assertThat(run.coverage()).isGreaterThan(LEAST_COVERAGE);
    System.out.printf(
        "%s: %d inputs, %d places reached%n", target.getSimpleName(), run.inputs(), run.coverage());
  }

  private static List<byte[]> encoded(CodecFuzz fuzz) {
    return Orders.samples().stream().map(fuzz::encoded).toList();
  }

  @Test
  void i8_noBytesAreAnEnvelopeButThoseOfOne() throws Exception {
    Variant plain = Variant.plain(1, new byte[9]);
    byte[] one = Envelope.seal(EnvelopeTarget.KEY, plain);
    Envelope whole = (Envelope) Envelope.open(EnvelopeTarget.KEY, one);
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(one);
    seeds.add(Envelope.seal(EnvelopeTarget.KEY, Variant.ofNull(1)));
    seeds.add(whole.sealBeside(EnvelopeTarget.KEY, Variant.ofNull(2), 100));
    seeds.add(
        whole.sealBeside(
            EnvelopeTarget.KEY, Variant.compressed(3, (byte) 1, 50, new byte[7]), 100));
    assertNothingIsFound(EnvelopeTarget.class, seeds, 3_700_000);
  }

  @Test
  void i8_noBytesDoHarmAsJson() throws Exception {
    assertNothingIsFound(JsonTarget.class, encoded(JsonTarget.FUZZ), 600_000);
  }

  @Test
  void i8_noBytesDoHarmToTheSerializationOfTheJdk() throws Exception {
    assertNothingIsFound(JavaTarget.class, encoded(JavaTarget.FUZZ), 600_000);
  }

  @Test
  void i8_noBytesDoHarmToKryo() throws Exception {
    assertNothingIsFound(KryoTarget.class, encoded(KryoTarget.FUZZ), 100_000);
  }
}
