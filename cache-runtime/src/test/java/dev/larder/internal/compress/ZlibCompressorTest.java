package dev.larder.internal.compress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.spi.Compressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class ZlibCompressorTest {
  private static final byte[] TEXT = "one line after the other\n".repeat(100).getBytes(UTF_8);

  private final Compressor zlib = new ZlibCompressor();

  private byte[] roundTrip(byte[] bytes) {
    byte[] compressed = zlib.compress(bytes);
    return zlib.decompress(compressed, 0, compressed.length, bytes.length);
  }

  @Test
  void whatWasCompressedComesBack() throws IOException {
    byte[] compressed = zlib.compress(TEXT);
    assertThat(compressed).hasSizeLessThan(TEXT.length / 10);
    assertThat(zlib.decompress(compressed, 0, compressed.length, TEXT.length)).isEqualTo(TEXT);
    assertThat(new InflaterInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
        .as("by any other reader of RFC 1950")
        .isEqualTo(TEXT);
  }

  @Test
  void aSliceOfAnArrayIsDecompressed() {
    byte[] compressed = zlib.compress(TEXT);
    byte[] within = new byte[compressed.length + 20];
    Arrays.fill(within, (byte) 0x55);
    System.arraycopy(compressed, 0, within, 7, compressed.length);
    assertThat(zlib.decompress(within, 7, compressed.length, TEXT.length)).isEqualTo(TEXT);
  }

  @Test
  void everyLevelIsReadByEveryOther() {
    for (int level = 1; level <= 9; level++) {
      byte[] compressed = zlib.withLevel(level).compress(TEXT);
      assertThat(zlib.decompress(compressed, 0, compressed.length, TEXT.length)).isEqualTo(TEXT);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zlib.withLevel(10))
        .withMessage("zlib has levels 1 to 9, not 10");
    assertThatIllegalArgumentException().isThrownBy(() -> zlib.withLevel(0));
  }

  @Test
  void whatDoesNotBecomeSmallerIsGivenUp() {
    byte[] noise = new byte[2_000];
    new Random(1).nextBytes(noise);
    assertThat(zlib.compress(noise)).hasSizeGreaterThanOrEqualTo(noise.length);
    assertThat(zlib.compress(new byte[0])).isEmpty();
    assertThat(roundTrip(TEXT)).as("the next one").isEqualTo(TEXT);
  }

  @Test
  void aBombGivesNoMoreThanWasAnnounced() {
    byte[] bomb = zlib.compress(new byte[10_000_000]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zlib.decompress(bomb, 0, bomb.length, 1_000))
        .withMessage("zlib's bytes are not those of 1000 original ones");
  }

  @Test
  void bytesOfAnotherLengthAreRefusedAndTheNextOnesAreRead() {
    byte[] compressed = zlib.compress(TEXT);
    byte[] longer = Arrays.copyOf(compressed, compressed.length + 1);
    for (int original : new int[] {0, 1, TEXT.length - 1, TEXT.length + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> zlib.decompress(compressed, 0, compressed.length, original));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zlib.decompress(longer, 0, longer.length, TEXT.length));
    for (int length = 0; length < compressed.length; length++) {
      int end = length;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> zlib.decompress(compressed, 0, end, TEXT.length));
    }
    assertThat(roundTrip(TEXT)).isEqualTo(TEXT);
  }

  @Test
  void rubbishIsRefused() {
    Random random = new Random(3);
    byte[] rubbish = new byte[100];
    for (int i = 0; i < 1_000; i++) {
      random.nextBytes(rubbish);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> zlib.decompress(rubbish, 0, rubbish.length, 1_000));
    }
  }

  @Test
  void manyThreadsShareOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<byte[]>> copies = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        copies.add(threads.submit(() -> roundTrip(TEXT)));
      }
      for (Future<byte[]> copy : copies) {
        assertThat(copy.get()).isEqualTo(TEXT);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
