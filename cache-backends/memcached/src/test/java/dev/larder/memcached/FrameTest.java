package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  private static final long YEAR_MILLIS = 365L * 24 * 60 * 60 * 1_000;

  @ParameterizedTest
  @ValueSource(
      longs = {
        ServerClock.NEVER,
        ServerClock.UNKNOWN,
        1,
        0x8000_0000L,
        0xFFFF_FFFFL,
        0x1_0000_0000L,
        1_800_000_000_000L,
        1_000 * YEAR_MILLIS,
        4_000 * YEAR_MILLIS
      })
  void theEndOfALifeReadsBack(long end) {
    Frame frame = new Frame(0x0123_4567_89AB_CDEFL, end, 0x8765_4321);
    byte[] item = frame.around("value".getBytes(UTF_8));
    assertThat(Frame.of(item)).isEqualTo(frame);
    assertThat(item).hasSize(18 + 5).endsWith("value".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17})
  void whatIsTooShortHasNoFrame(int length) {
    assertThat(Frame.of(new byte[length])).isNull();
  }
}
