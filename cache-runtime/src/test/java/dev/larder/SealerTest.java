package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Flaw;
import dev.larder.internal.envelope.Variant;
import dev.larder.internal.envelope.VariantId;
import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final String KEY = "shop:1:users:7";
  private static final ValueType<String> TYPE = ValueType.of("java.lang.String", 1, true);
  private static final ValueType<String> NEXT = ValueType.of("java.lang.String", 2, true);
  private static final long ID = VariantId.of(1, "latin");

  /** Texts as they are; "unfit" has no bytes, and bytes "unfit" no text. */
  private record Latin(String name) implements Codec {
    @Override
    public <V> ValueCodec<V> codecFor(StoredType<V> type) {
      return new ValueCodec<>() {
        @Override
        public byte[] encode(V value) {
          return fit(value.toString()).getBytes(UTF_8);
        }

        @Override
        @SuppressWarnings("unchecked") // there are texts only
        public V decode(byte[] bytes, int offset, int length) {
          String text = new String(bytes, offset, length, UTF_8);
          return text.equals("null") ? null : (V) fit(text);
        }
      };
    }

    private static String fit(String text) {
      if (text.equals("unfit")) {
        throw new IllegalStateException("unfit");
      }
      return text;
    }
  }

  private static Sealer<String> sealer(ValueType<String> type, Compression compression, int max) {
    return new Sealer<>(type, new Latin("latin"), compression, max);
  }

  private final Sealer<String> sealer = sealer(TYPE, Compression.none(), 100);

  private static Opened<String> bad(Flaw flaw) {
    return new Opened.Bad<>(flaw);
  }

  private static Opened<String> value(@Nullable String value) {
    return new Opened.Value<>(value);
  }

  private static Envelope notMine(Sealer<String> reader, byte[] bytes) {
    assertThat(reader.open(KEY, bytes)).isInstanceOf(Opened.NotMine.class);
    return ((Opened.NotMine<String>) reader.open(KEY, bytes)).envelope();
  }

  @Test
  void valuesAndNullsComeBack() {
    assertThat(sealer.open(KEY, sealer.seal(KEY, "seven"))).isEqualTo(value("seven"));
    assertThat(sealer.open(KEY, sealer.seal(KEY, ""))).isEqualTo(value(""));
    assertThat(sealer.open(KEY, sealer.seal(KEY, null))).isEqualTo(value(null));
  }

  @Test
  void i8_otherBytesAreBadAndSayWhy() {
    assertThat(sealer.open(KEY, new byte[0])).isEqualTo(bad(Flaw.TRUNCATED));
    assertThat(sealer.open(KEY, "something else".getBytes(UTF_8))).isEqualTo(bad(Flaw.FOREIGN));
    assertThat(sealer.open("shop:1:users:8", sealer.seal(KEY, "seven")))
        .isEqualTo(bad(Flaw.CHECKSUM));
  }

  @Test
  void i8_whatTheCodecCannotReadIsBad() {
    for (String text : new String[] {"unfit", "null"}) {
      byte[] bytes = Envelope.seal(KEY, Variant.plain(ID, text.getBytes(UTF_8)));
      assertThat(sealer.open(KEY, bytes)).as(text).isEqualTo(bad(Flaw.UNDECODABLE));
    }
  }

  @Test
  void anotherShapeAndAnotherCodecDoNotReadEachOther() {
    byte[] bytes = sealer.seal(KEY, "seven");
    Sealer<String> next = sealer(NEXT, Compression.none(), 100);
    Sealer<String> other = new Sealer<>(TYPE, new Latin("other"));
    assertThat(notMine(next, bytes).variants()).hasSize(1);
    assertThat(notMine(other, bytes).variants()).hasSize(1);
  }

  @Test
  void whoFillsBesideOthersTakesNothingFromThem() {
    Sealer<String> next = sealer(NEXT, Compression.zlib().above(0), 100);
    byte[] both = next.seal(KEY, "new 7", notMine(next, sealer.seal(KEY, "old 7")));
    assertThat(sealer.open(KEY, both)).isEqualTo(value("old 7"));
    assertThat(next.open(KEY, both)).isEqualTo(value("new 7"));
    byte[] alone = next.seal(KEY, "new 7", null);
    assertThat(notMine(sealer, alone).variants()).hasSize(1);
  }

  @Test
  void compressedValuesAreReadByThoseThatDoNotCompress() {
    String text = "seven".repeat(20);
    byte[] bytes = sealer(TYPE, Compression.zlib().above(10), 100).seal(KEY, text);
    assertThat(bytes).hasSizeLessThan(60);
    assertThat(sealer.open(KEY, bytes)).isEqualTo(value(text));
  }

  @Test
  void i8_whatAnUnknownCompressorWroteIsBad() {
    Compression zeros = Compression.by(new ZerosCompressor("zeros", (byte) 64)).above(0);
    Sealer<String> writer = sealer(TYPE, zeros, 100);
    String text = "7" + "\0".repeat(20);
    assertThat(writer.open(KEY, writer.seal(KEY, text))).isEqualTo(value(text));
    assertThat(sealer.open(KEY, writer.seal(KEY, text))).isEqualTo(bad(Flaw.UNKNOWN_COMPRESSOR));
  }

  @Test
  void i8_compressedRubbishIsBad() {
    byte[] rubbish = Envelope.seal(KEY, Variant.compressed(ID, (byte) 1, 50, new byte[20]));
    assertThat(sealer.open(KEY, rubbish)).isEqualTo(bad(Flaw.UNDECODABLE));
  }

  @Test
  void aValueAboveTheLimitIsRefusedWhateverItCompressesTo() {
    Sealer<String> zlib = sealer(TYPE, Compression.zlib().above(0), 100);
    assertThat(zlib.open(KEY, zlib.seal(KEY, "7".repeat(100)))).isEqualTo(value("7".repeat(100)));
    for (Sealer<String> each : List.of(sealer, zlib)) {
      assertThatThrownBy(() -> each.seal(KEY, "7".repeat(101)))
          .isInstanceOf(CacheCodecException.class)
          .hasMessage(
              "a value of java.lang.String takes 101 bytes, more than max-value-size allows: 100");
    }
  }

  @Test
  void i8_whatIsAboveTheLimitIsNotRead() {
    Sealer<String> large = sealer(TYPE, Compression.none(), 1_000_000);
    Sealer<String> zlib = sealer(TYPE, Compression.zlib(), 1_000_000);
    assertThat(sealer.open(KEY, large.seal(KEY, "7".repeat(101)))).isEqualTo(bad(Flaw.OVERSIZED));
    byte[] bomb = zlib.seal(KEY, "7".repeat(1_000_000));
    assertThat(bomb).hasSizeLessThan(10_000);
    assertThat(sealer.open(KEY, bomb)).isEqualTo(bad(Flaw.OVERSIZED));
    byte[] claim = Envelope.seal(KEY, Variant.compressed(ID, (byte) 1, 2_000_000_000, new byte[9]));
    assertThat(sealer.open(KEY, claim)).isEqualTo(bad(Flaw.OVERSIZED));
  }

  @Test
  void aValueWithoutBytesIsTheCallersToHear() {
    assertThatThrownBy(() -> sealer.seal(KEY, "unfit"))
        .isInstanceOf(CacheCodecException.class)
        .hasMessage("a value of java.lang.String cannot be encoded")
        .hasRootCauseMessage("unfit");
  }

  @Test
  void aCodecThatCannotCarryTheTypeIsAWrongConfiguration() {
    Codec none =
        new Codec() {
          @Override
          public String name() {
            return "none";
          }

          @Override
          public <V> ValueCodec<V> codecFor(StoredType<V> type) {
            throw new IllegalArgumentException("it is not known");
          }
        };
    assertThatThrownBy(() -> new Sealer<>(TYPE, none))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage("the codec none cannot carry values of java.lang.String: it is not known");
  }
}
