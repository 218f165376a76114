package dev.larder.internal.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where configuration is looked for.
 *
 * @param file the one file to read; null: those of the usual names
 * @param directory where files of the usual names are looked for
 * @param classPath where they are looked for too
 * @param environment the variables
 */
public record Sources(
    @Nullable Path file,
    Path directory,
    @Nullable ClassLoader classPath,
    Map<String, String> environment) {
  /** The system property that names the one file to read. */
  static final String PROPERTY = "larder.config";

  /** The variable that names the one file to read. */
  static final String VARIABLE = "LARDER_CONFIG";

  /** Those of this process. */
  public static Sources ofProcess() {
    Map<String, String> environment = System.getenv();
    String named = System.getProperty(PROPERTY, environment.getOrDefault(VARIABLE, ""));
    return new Sources(
        named.isBlank() ? null : Path.of(named),
        Path.of(""),
        Thread.currentThread().getContextClassLoader(),
        environment);
  }

  /** With this file instead of those of the usual names. */
  public Sources withFile(Path named) {
    return new Sources(named, directory, classPath, environment);
  }

  /** Variables may be passwords. */
  @Override
  public String toString() {
    return "configuration of " + (file == null ? directory.toAbsolutePath() : file);
  }
}
