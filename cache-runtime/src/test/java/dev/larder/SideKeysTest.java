package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideKeysTest {
  private static final String TAG = new KeyName("shop", 3, "users").tag();

  @Test
  void haveTheirFixedForms() {
    assertThat(SideKeys.lease("shop:3:users:7")).isEqualTo("{shop:3:users:7}:~lease");
    assertThat(SideKeys.sequence(TAG)).isEqualTo("{shop:3}:~seq");
    assertThat(SideKeys.generation(TAG, "a:{b}")).isEqualTo("{shop:3}:~gen:a%3A%7Bb%7D");
  }

  /**
   * Redis hashes what stands between the first brace and the next closing one, if that is not
   * empty.
   */
  @Test
  void aLeaseLiesInTheSlotOfItsValue() {
    for (String value : valueKeys()) {
      assertThat(value).doesNotContain("{", "}");
      assertThat(SideKeys.lease(value)).startsWith("{" + value + "}");
    }
  }

  @Test
  void noneIsTheKeyOfAValueNorOfAnother() {
    List<String> all = new ArrayList<>(valueKeys());
    for (String value : valueKeys()) {
      all.add(SideKeys.lease(value));
    }
    for (String tag : List.of(TAG, "shop:30", "shop:3:users:7")) {
      all.add(SideKeys.sequence(tag));
      for (String cache : List.of("users", "users:~seq", "", "~lease", "{shop:3}:~seq")) {
        all.add(SideKeys.generation(tag, cache));
      }
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  /** Of names and parts that try to look like side keys. */
  private static List<String> valueKeys() {
    KeyShape<String> shape = KeyShape.single(PartTypes.STRING);
    List<String> nasty =
        List.of("users", "{shop:3}", "{shop:3}:~seq", "~lease", "{", "}", "{}", "7}:~lease", "");
    List<String> keys = new ArrayList<>();
    for (String prefix : nasty) {
      for (String cache : nasty) {
        for (String part : nasty) {
          keys.add(new KeyText<>(prefix, 3, cache, shape).format(part));
        }
      }
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a{b", "a}b", "{}"})
  void aTagThatWouldChangeTheSlotIsRefused(String tag) {
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> SideKeys.sequence(tag))
        .withMessageContaining("\"" + tag + "\"");
  }
}
