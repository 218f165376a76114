package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.envelope.Variant;
import dev.larder.spi.Compressor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionTest {
  private static final byte[] ZEROS = new byte[2_000];

  @TempDir private Path directory;

  private static void assertRefused(Runnable setting, String message) {
    assertThatThrownBy(setting::run)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage(message);
  }

  private static Variant variant(Compression compression, byte[] payload) {
    return compression.variant(1, payload);
  }

  @Test
  void nothingIsCompressedUnlessAskedFor() {
    assertThat(variant(Compression.none(), ZEROS).isCompressed()).isFalse();
    assertThat(variant(Compression.none().above(0), ZEROS).isCompressed()).isFalse();
  }

  @Test
  void whatIsLongerThanTheThresholdIsCompressed() {
    Compression zlib = Compression.zlib();
    assertThat(variant(zlib, new byte[1024]).isCompressed()).isFalse();
    assertThat(variant(zlib, new byte[1025]).isCompressed()).isTrue();
    assertThat(variant(zlib.above(99), new byte[100]).form()).isEqualTo((byte) 1);
    assertThat(variant(zlib.above(100), new byte[100]).isCompressed()).isFalse();
  }

  @Test
  void theCompressedFormIsKeptOnlyIfItIsSmaller() {
    byte[] noise = new byte[2_000];
    new Random(1).nextBytes(noise);
    Variant kept = variant(Compression.zlib(), noise);
    assertThat(kept.isCompressed()).isFalse();
    assertThat(kept.bytes()).isSameAs(noise);
    Compression own = Compression.by(new ZerosCompressor("zeros", (byte) 64)).above(0);
    assertThat(variant(own, new byte[] {1, 2, 3, 4, 0, 0, 0, 0}).isCompressed()).isFalse();
    assertThat(variant(own, new byte[] {1, 2, 3, 0, 0, 0, 0, 0}).isCompressed()).isTrue();
  }

  @Test
  void aHigherLevelIsSmaller() {
    byte[] text = new byte[20_000];
    Random random = new Random(2);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ('a' + random.nextInt(4));
    }
    assertThat(variant(Compression.zlib().level(9), text).length())
        .isLessThan(variant(Compression.zlib().level(1), text).length());
  }

  @Test
  void configurationCallsThemByName() {
    assertThat(Compression.named("none")).hasToString("none");
    assertThat(Compression.named("zlib").above(7)).hasToString("zlib above 7 bytes");
    assertRefused(
        () -> Compression.named("lzma"), "there is no compressor \"lzma\"; there are: zlib");
  }

  /** With a class path that names such a provider. */
  private void withProvider(String name, Runnable test) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve(Compressor.class.getName()), name);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      test.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void thoseOfTheClassPathAreFound() throws IOException {
    withProvider(
        Provided.class.getName(),
        () -> {
          assertThat(Compression.named("provided")).hasToString("provided above 1024 bytes");
          assertThat(Compression.none().readable().withId((byte) 100)).isInstanceOf(Provided.class);
        });
  }

  /** One of the class path. */
  public static final class Provided implements Compressor {
    @Override
    public String name() {
      return "provided";
    }

    @Override
    public byte id() {
      return 100;
    }

    @Override
    public byte[] compress(byte[] bytes) {
      return bytes;
    }

    @Override
    public byte[] decompress(byte[] bytes, int offset, int length, int originalLength) {
      return Arrays.copyOfRange(bytes, offset, offset + length);
    }
  }

  @Test
  void aProviderThatCannotBeMadeDoesNotHideOurs() throws IOException {
    withProvider(
        "no.such.Compressor",
        () -> assertThat(Compression.named("zlib")).hasToString("zlib above 1024 bytes"));
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertRefused(
        () -> Compression.zlib().above(-1),
        "the threshold of compression is a number of bytes, 0 or more, not -1");
    assertRefused(() -> Compression.zlib().level(10), "zlib has levels 1 to 9, not 10");
    assertRefused(() -> Compression.none().level(1), "no compression has no level 1");
    assertRefused(
        () -> Compression.by(new ZerosCompressor("zeros", (byte) 64)).level(1),
        "the compressor zeros has no levels");
  }

  @Test
  void twoCompressorsCannotShareAnIdOrAName() {
    assertRefused(
        () -> Compression.by(new ZerosCompressor("zeros", (byte) 1)),
        "two compressors share an id: zlib (1) and zeros (1)");
    assertRefused(
        () -> Compression.by(new ZerosCompressor("zlib", (byte) 64)),
        "two compressors share a name: zlib (1) and zlib (64)");
    assertRefused(
        () -> Compression.by(new ZerosCompressor("zeros", (byte) 0)),
        "the compressor zeros has the id 0, below 1");
  }
}
