package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.stores.ShelfStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything wrong is answered with a sentence that says what, where and how it is mended. The
 * guide shows the table; {@code -Dlarder.pages.refresh=true} writes it there.
 */
class RefusalsTest {
  private static final Path GUIDE = Path.of("../docs/guide/configuration.md");
  private static final String BEGIN = "<!-- What RefusalsTest tries -->\n";
  private static final String END = "<!-- Until here -->\n";

  @TempDir private Path directory;

  static Stream<Refusal> refusals() {
    return Stream.of(
            Refusals.ofKeys(),
            Refusals.ofValues(),
            Refusals.ofChains(),
            Refusals.ofCode(),
            Refusals.ofUse())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedWithItsMessage(Refusal refusal) {
    Throwable thrown = catchThrowable(() -> refusal.action().accept(directory));
    assertThat(thrown).isInstanceOf(refusal.type());
    String message = thrown.getMessage().replace(directory + "/", "");
    assertThat(message).isEqualTo(refusal.message());
    assertThat(ShelfStore.OPEN).isEmpty();
  }

  @Test
  void theGuideShowsThem() throws IOException {
    String page = Files.readString(GUIDE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(end).isGreaterThanOrEqualTo(begin);
    if (Boolean.getBoolean("larder.pages.refresh")) {
      page = page.substring(0, begin) + table() + page.substring(end);
      Files.writeString(GUIDE, page);
      end = begin + table().length();
    }
    assertThat(page.substring(begin, end))
        .as("mend it with -Dlarder.pages.refresh=true")
        .isEqualTo(table());
  }

  private static String table() {
    return refusals()
        .map(Refusal::row)
        .collect(Collectors.joining("\n", "| given | answered with |\n| --- | --- |\n", "\n"));
  }
}
