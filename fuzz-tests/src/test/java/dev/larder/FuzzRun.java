package dev.larder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jazzer over one target, in a JVM of its own: that is to end when a finding takes it down.
 *
 * @param status its exit status; 0: nothing was found
 * @param inputs how many inputs were tried
 * @param coverage how many places of the code they reached
 * @param output all that it said
 */
record FuzzRun(int status, long inputs, long coverage, String output) {
  private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+)");
  private static final String INSTRUMENTED =
      "dev.larder.**:com.fasterxml.jackson.**:com.esotericsoftware.kryo.**";

  /** Tries so many inputs, the same ones every time, beginning with the seeds. */
  static FuzzRun of(Class<?> target, Path directory, List<byte[]> seeds, long inputs)
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(directory.resolve("seeds"));
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed" + i), seeds.get(i));
    }
    Path output = directory.resolve("output.txt");
    Process fuzzer =
        new ProcessBuilder(command(target, directory, corpus, inputs))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      return read(fuzzer.waitFor(), Files.readString(output));
    } finally {
      fuzzer.destroyForcibly();
    }
  }

  private static List<String> command(Class<?> target, Path directory, Path corpus, long inputs)
      throws IOException {
    Path found = Files.createDirectories(directory.resolve("found"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.getName(),
        "--instrumentation_includes=" + INSTRUMENTED,
        "--reproducer_path=" + found,
        "-artifact_prefix=" + found + File.separator,
        "-runs=" + inputs,
        "-seed=20240229",
        "-max_len=2048",
        "-timeout=300",
        "-rss_limit_mb=0",
        Files.createDirectories(directory.resolve("corpus")).toString(),
        corpus.toString());
  }

  private static FuzzRun read(int status, String output) {
    Matcher done = DONE.matcher(output);
    boolean isDone = done.find();
    return new FuzzRun(
        status,
        isDone ? Long.parseLong(done.group(1)) : 0,
        isDone ? Long.parseLong(done.group(2)) : 0,
        output);
  }
}
