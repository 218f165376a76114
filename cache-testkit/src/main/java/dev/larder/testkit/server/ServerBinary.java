package dev.larder.testkit.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server's program, and where it is looked for. */
enum ServerBinary {
  REDIS("redis-server", "redis:7.4", "Run: apt-get install redis-server"),
  VALKEY(
      "valkey-server",
      "valkey/valkey:8.0",
      "Run ./verify once, which unpacks it into ~/.cache/larder, or: apt-get install valkey-server"
          + " (on Debian 12 from bookworm-backports)"),
  MEMCACHED("memcached", "memcached:1.6", "Run: apt-get install memcached");

  private final String program;
  private final String image;
  private final String mend;

  ServerBinary(String program, String image, String mend) {
    this.program = program;
    this.image = image;
    this.mend = mend;
  }

  /** What it is called. */
  String program() {
    return program;
  }

  /** The container's image that has it. */
  String image() {
    return image;
  }

  /** What to say where it is neither installed nor to be had in a container. */
  IllegalStateException missing() {
    return new IllegalStateException(
        "This test needs %s, which is not installed, and no Docker engine answers that would run it. %s"
            .formatted(program, mend));
  }

  /** The file on the path, or else where {@code ./verify} unpacks programs. */
  Optional<Path> installed() {
    return Stream.concat(pathDirectories(), Stream.of(unpacked()))
        .map(directory -> directory.resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> pathDirectories() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .filter(directory -> !directory.isEmpty())
        .map(Path::of);
  }

  private Path unpacked() {
    String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
    String product = program.replace("-server", "");
    return Path.of(home, ".cache", "larder", product, "usr", "bin");
  }
}
