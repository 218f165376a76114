package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * How generated code looks. The goldens are read in review like code; {@code -Dgolden.refresh=true}
 * writes them anew.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  void interfaceIsDecoratedAsAColleagueWould() throws IOException {
    check("UserService");
  }

  @Test
  void classIsDecoratedAsAColleagueWould() throws IOException {
    check("PriceList");
  }

  private static void check(String type) throws IOException {
    String source = Files.readString(GOLDEN.resolve(type + ".java"));
    Loaded loaded = Build.of(source).load();
    check(loaded, "Cached" + type);
    check(loaded, "Cached" + type + "Values");
  }

  private static void check(Loaded loaded, String type) throws IOException {
    String generated = loaded.source("com.acme.shop." + type);
    Path golden = GOLDEN.resolve(type + ".java");
    if (Boolean.getBoolean("golden.refresh")) {
      Files.writeString(golden, generated);
    }
    assertThat(generated).isEqualTo(Files.readString(golden));
    assertThat(generated.lines()).allMatch(line -> line.length() <= 100, "fits 100 columns");
  }
}
