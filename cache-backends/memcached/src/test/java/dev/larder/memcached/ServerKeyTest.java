package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "shop:1:users:7", "{shop:1}:~gen:users", "%20", "~!@#$^&*()"})
  void aKeyThatMemcachedTakesIsItself(String text) {
    assertThat(ServerKey.of(text)).isEqualTo(text);
    assertThat(ServerKey.of(text.repeat(250 / text.length()))).hasSizeLessThanOrEqualTo(250);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a\tb", "a\r\nb", "\0", "a\u007f", "ä", "\u2028", "\uD83D"})
  void aTextThatItDoesNotTakeKeepsAReadableHead(String text) {
    String key = ServerKey.of("shop:1:users:" + text);
    assertThat(key).startsWith("shop:1:users:").matches("[!-~]+").hasSizeLessThanOrEqualTo(250);
  }

  @Test
  void theEmptyTextIsAKey() {
    assertThat(ServerKey.of("")).matches("\\{[A-Za-z0-9_-]{22}}");
  }

  @Test
  void theLongestKeyIsItselfAndOneMoreIsHashed() {
    String longest = "x".repeat(250);
    assertThat(ServerKey.of(longest)).isEqualTo(longest);
    assertThat(ServerKey.of(longest + "x")).startsWith("x".repeat(200) + "{").hasSize(224);
  }

  @Test
  void textsThatDifferAnywhereAreTwoKeys() {
    String head = "x".repeat(300);
    Set<String> keys = new HashSet<>();
    for (String text :
        List.of(head, head + "1", head + "2", "y" + head, head + " ", "a b", "a_b")) {
      assertThat(keys.add(ServerKey.of(text))).as(text).isTrue();
    }
  }

  @Test
  void aHashedKeyIsTheSameInEveryProcess() {
    assertThat(ServerKey.of("a b")).isEqualTo("a_b{yGh6CKpdbtIEQyj6aml6uA}");
  }
}
