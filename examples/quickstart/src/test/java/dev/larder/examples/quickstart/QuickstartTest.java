package dev.larder.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quickstart prints what it promises. */
class QuickstartTest {
  private static List<String> lines;

  @BeforeAll
  static void run() throws SQLException {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    lines =
        printed
            .toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.strip().replaceAll(" +", " "))
            .toList();
  }

  @Test
  void namesTheSourceAndTheLicenceOfItsData() {
    assertThat(String.join(" ", lines))
        .contains("Chinook database by Luis Rocha (MIT licence)")
        .contains("net.hydromatic:chinook-data-hsqldb");
  }

  @Test
  void asksTheDatabaseOnceForAKeyWhateverTheRequest() {
    assertThat(step("1. Look up by key"))
        .containsSubsequence(
            "find(2, \"anna\") Balls to the Wall, 0.99 database",
            "find(2, \"bert\") Balls to the Wall, 0.99 local tier",
            "find(3, \"bert\") Fast As a Shark, 0.99 database",
            "The first one's key: shop:1:tracks:2");
  }

  @Test
  void takesAllParametersIntoTheKeyOfAQuery() {
    assertThat(step("2. Query by several parameters"))
        .containsSubsequence(
            "bundle(\"Rock\", \"Accept\", 300) 2 tracks, 1.98 database",
            "bundle(\"Rock\", \"Accept\", 300) 2 tracks, 1.98 local tier",
            "bundle(\"Rock\", \"Accept\", 600) 4 tracks, 3.96 database",
            "The first one's key: shop:1:bundles:Rock:Accept:300");
  }

  @Test
  void readsASavedTrackAnewAndKeepsTheOthers() {
    assertThat(step("3. Save, which evicts"))
        .containsSubsequence(
            "save(track 2 at 1.49) database",
            "find(2, \"anna\") Balls to the Wall, 1.49 database",
            "find(2, \"anna\") Balls to the Wall, 1.49 local tier",
            "find(3, \"anna\") Fast As a Shark, 0.99 local tier",
            "bundle(\"Rock\", \"Accept\", 600) 4 tracks, 4.46 database");
  }

  @Test
  void answersWhatIsCachedWhileTheDatabaseFailsAndKeepsNoFailure() {
    assertThat(step("4. Let the database fail"))
        .containsSubsequence(
            "find(2, \"anna\") Balls to the Wall, 1.49 local tier",
            "find(5, \"anna\") JdbcSQLSyntaxErrorException database",
            "find(5, \"anna\") Princess of the Dawn, 0.99 database");
  }

  @Test
  void readsEverythingAnewAfterAReload() {
    assertThat(step("5. Reload everything, which clears"))
        .containsSubsequence(
            "reload() database",
            "find(2, \"anna\") Balls to the Wall, 0.99 database",
            "find(3, \"anna\") Fast As a Shark, 0.99 database",
            "find(3, \"bert\") Fast As a Shark, 0.99 local tier");
  }

  @Test
  void sharesTheCachesWithADecoratorMadeByDecorate() {
    assertThat(step("6. Decorate without naming the generated class"))
        .contains("decorated.find(3, \"carl\") Fast As a Shark, 0.99 local tier");
  }

  @Test
  void showsTheCountersOfBothCaches() {
    assertThat(step("7. Look up often, and read the counters"))
        .contains("tracks 99,009 1,005 1,004 1 0.990", "bundles 1 3 3 0 0.250");
  }

  @Test
  void saysWhereTheGeneratedClassLies() {
    assertThat(step("8. Read the class that did it"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("target/generated-sources/")
                    .endsWith("/examples/quickstart/CachedTrackService.java"));
  }

  /** The lines of a step, without the times that end them. */
  private static List<String> step(String title) {
    assertThat(lines).contains(title);
    return lines.stream()
        .skip(lines.indexOf(title) + 1L)
        .takeWhile(line -> !line.matches("[0-9]+\\. .*"))
        .map(line -> line.replaceAll(" [0-9.]+ (ns|us|ms)$", ""))
        .toList();
  }
}
