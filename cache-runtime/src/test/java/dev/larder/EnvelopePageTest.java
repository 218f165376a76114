package dev.larder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.codec.Model;
import dev.larder.internal.codec.json.JsonCodec;
import dev.larder.internal.compress.ZlibCompressor;
import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Variant;
import dev.larder.internal.envelope.VariantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes that {@code docs/guide/envelope.md} shows are those that are written. */
class EnvelopePageTest {
  private static final String KEY = "shop:1:users:7";
  private static final HexFormat HEX = HexFormat.of();

  record User(long id, String name) {}

  /** The bytes of the code block that is marked so; what follows a bar is for people. */
  private static byte[] shown(String block) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "guide", "envelope.md"));
    String text = page.substring(page.indexOf("<!-- " + block + " -->"));
    String dump = text.split("```\n")[1];
    StringBuilder digits = new StringBuilder();
    dump.lines().forEach(line -> digits.append(line.split("\\|")[0].replace(" ", "")));
    return HEX.parseHex(digits);
  }

  @Test
  void oneVariantIsAsShown() throws IOException {
    byte[] json = new JsonCodec().codecFor(Model.of(User.class)).encode(new User(7, "Ada"));
    Variant ada = Variant.plain(VariantId.of(0x5EED, "json"), json);
    assertThat(HEX.formatHex(Envelope.seal(KEY, ada))).isEqualTo(HEX.formatHex(shown("one")));
  }

  @Test
  void twoVariantsAreAsShown() throws IOException {
    Envelope older = (Envelope) Envelope.open(KEY, shown("one"));
    Envelope both = (Envelope) Envelope.open(KEY, shown("two"));
    Variant newer = both.variant(VariantId.of(0x5EEE, "json"));
    assertThat(HEX.formatHex(older.sealBeside(KEY, newer, 1_000)))
        .isEqualTo(HEX.formatHex(shown("two")));
    assertThat(
            new ZlibCompressor()
                .decompress(
                    newer.bytes(),
                    newer.contentOffset(),
                    newer.contentLength(),
                    newer.originalLength()))
        .asString(UTF_8)
        .isEqualTo("{\"id\":7,\"name\":\"Ada\",\"tags\":[" + "\"x\",".repeat(19) + "\"x\"]}");
  }

  /** Step by step what the reader in Python does. */
  @Test
  void theStepsOfTheReaderLeadToTheJson() throws IOException {
    ByteBuffer entry = ByteBuffer.wrap(shown("one"));
    assertThat(entry.getShort()).isEqualTo((short) 0x4CA1);
    assertThat(entry.get()).isEqualTo((byte) 2);
    assertThat(entry.get()).isEqualTo((byte) 1);
    assertThat(entry.getLong()).isEqualTo(VariantId.of(0x5EED, "json"));
    assertThat(entry.get()).isZero();
    byte[] payload = new byte[entry.getInt()];
    entry.get(payload);
    assertThat(payload).asString(UTF_8).isEqualTo("{\"id\":7,\"name\":\"Ada\"}");
    assertThat(entry.remaining()).isEqualTo(4);
  }
}
