package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterListTest {
  @Test
  void eachServerIsNamedAddressedAndPorted() throws IOException {
    ClusterList list =
        ClusterList.parse(
            "12\nb.cache.amazonaws.com|10.0.0.2|11211 a.cache.amazonaws.com|10.0.0.1|11212\n");
    assertThat(list.version()).isEqualTo(12);
    assertThat(list.servers())
        .containsExactly(
            new ServerAddress("a.cache.amazonaws.com", 11212),
            new ServerAddress("b.cache.amazonaws.com", 11211));
  }

  @Test
  void theNameMayBeMissingAndLinesMayEndAsTheyLike() throws IOException {
    assertThat(ClusterList.parse("1\r\n|10.0.0.2|11211\r\n\r\n").servers())
        .containsExactly(new ServerAddress("10.0.0.2", 11211));
    assertThat(ClusterList.parse("1\n|fd00::2|11211").servers())
        .containsExactly(new ServerAddress("fd00::2", 11211));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "12\n",
        "12\n\n",
        "x\na|b|1",
        "12\na|b",
        "12\na|b|c",
        "12\na|b|0",
        "12\n||1",
        "12\na|b|1 x",
        "-1\na|b|1"
      })
  void whatIsNoListIsRefused(String text) {
    assertThatIOException().isThrownBy(() -> ClusterList.parse(text));
  }
}
