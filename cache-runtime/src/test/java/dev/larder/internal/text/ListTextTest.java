package dev.larder.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTextTest {
  @Test
  void itemsAreThoseOfTheOutermostList() {
    assertThat(ListText.items("()")).isEmpty();
    assertThat(ListText.items("(a)")).containsExactly("a");
    assertThat(ListText.items("(a,b)")).containsExactly("a", "b");
    assertThat(ListText.items("((a,b),(),c)")).containsExactly("(a,b)", "()", "c");
    assertThat(ListText.items("(())")).containsExactly("()");
  }

  @Test
  void anEmptyItemIsLeftToItsReaderToRefuse() {
    assertThat(ListText.items("(,)")).containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(", ")", "a", "(a", "a)", "((a)", "(a))", "(a)(b)", "(a)b)", ")("})
  void unmatchedBracketsAreRefused(String malformed) {
    assertThatIllegalArgumentException().isThrownBy(() -> ListText.items(malformed));
  }
}
