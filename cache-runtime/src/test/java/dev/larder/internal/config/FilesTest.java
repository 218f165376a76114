package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How files are read: every setting as it was written, with its line. */
class FilesTest {
  private static List<String> read(List<Stated> stated) {
    return stated.stream().map(each -> each + " " + each.value()).toList();
  }

  @Test
  void aSettingOfPropertiesHasTheLineInWhichItBegins() {
    String text =
        """
        # a comment that ends in a backslash \\
        a = 1

          b : 2
        ! c = 3
        d = one, \\
            two, \\
            three
        e = back\\\\
        f \\u0041
        g
        """;
    assertThat(read(PropertiesFile.read("x", text)))
        .containsExactly(
            "a (x, line 2) 1",
            "b (x, line 4) 2",
            "d (x, line 6) one, two, three",
            "e (x, line 9) back\\",
            "f (x, line 10) A",
            "g (x, line 11) ");
  }

  @Test
  void aFileThatEndsInABackslashEndsThere() {
    assertThat(read(PropertiesFile.read("x", "a = 1\\"))).containsExactly("a (x, line 1) 1");
    assertThat(PropertiesFile.read("x", "")).isEmpty();
  }

  @Test
  void aKeyThatIsStatedTwiceIsReadTwice() {
    assertThat(read(PropertiesFile.read("x", "a=1\r\na=2\r\n")))
        .containsExactly("a (x, line 1) 1", "a (x, line 2) 2");
  }

  @Test
  void namesOfYamlAreJoinedAndValuesAreTakenAsTheyAreWritten() {
    String text =
        """
        # a comment
        a:
          b.c: yes
          d: {e: 0x1F, "f.g": '1_000'}
        h: [one, "two, three", 4]
        i: >-
          two
          lines
        j: ""
        """;
    assertThat(read(YamlFile.read("x", text)))
        .containsExactly(
            "a.b.c (x, line 3) yes",
            "a.d.e (x, line 4) 0x1F",
            "a.d.f.g (x, line 4) 1_000",
            "h (x, line 5) one,two, three,4",
            "i (x, line 6) two lines",
            "j (x, line 9) ");
    assertThat(YamlFile.read("x", "# nothing")).isEmpty();
  }

  @Test
  void yamlThatIsNoTreeOfNamesIsRefused() {
    assertRefused("just a text", "x, line 1: names with values are expected here");
    assertRefused("a: ~", "x, line 1: a states nothing");
    assertRefused("a: {b: null}", "x, line 1: a.b states nothing");
    assertRefused("a:\n  - [b]", "x, line 2: a plain text is expected here");
    assertRefused("? [a]\n: b", "x, line 1: a plain text is expected here");
    assertRefused("a: b\n---\nc: d", "x, line 2: the text up to here is not YAML");
    assertRefused("a: &b\n  c: *b", "x, line 1: names go round in a circle");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> YamlFile.read("x", text))
        .isInstanceOf(RefusedSetting.class)
        .hasMessage(message);
  }
}
