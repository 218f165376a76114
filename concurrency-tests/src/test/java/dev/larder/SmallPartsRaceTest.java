package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.load.ClosingCircle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * jcstress runs the smallest parts some million times on this machine's own memory model. Each
 * names its outcomes; one that is forbidden fails.
 */
class SmallPartsRaceTest {
  private static final boolean FULL = Boolean.getBoolean("larder.full");

  /** All of this module; jcstress finds them by what its annotation processor has written. */
  private static final String TESTS = "dev\\.larder\\..*";

  private static String report;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "jcstress"));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(FULL ? 60 : 5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroy();
    }
    report = Files.readString(output);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        EntryIsSeenWhole.class,
        LoadOrWrite.class,
        OneOwner.class,
        ReaderAfterLoad.class,
        TwoWrites.class,
        PutOrClose.class,
        OpenTwice.class,
        RefreshOrEvict.class,
        DueTwice.class,
        ClosingCircle.class
      })
  void noForbiddenOutcomeIsSeen(Class<?> test) {
    assertThat(report).contains("[OK] " + test.getName());
    assertThat(report).doesNotContain("[FAILED] " + test.getName());
  }

  /** That the machine under this test, and this test, can fail. */
  @Test
  void lookingAndKeepingInTwoStepsIsFound() {
    assertThat(report).contains("[FAILED] " + LookThenKeep.class.getName());
  }

  @Test
  void everyTestWasRun() {
    assertThat(report).contains("0 soft errs, 0 hard errs").doesNotContain("[ERROR]");
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.openjdk.jcstress.Main", "-v", "-t", TESTS));
    // One way to compile and one fork of each; the full tier has all combinations of compilers.
    command.addAll(List.of("-f", "1", "-jvmArgs", "-Xmx256m"));
    command.addAll(
        FULL
            ? List.of("-iters", "3", "-time", "500")
            : List.of("-sc", "false", "-iters", "3", "-time", "300"));
    return command;
  }
}
