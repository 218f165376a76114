package dev.larder.examples.quickstart;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the source from which a generated class was compiled. */
final class GeneratedSource {
  private GeneratedSource() {}

  /** Its path, as seen from the working directory, where Maven has it; else what to look for. */
  static String of(Class<?> generated) {
    String file = generated.getName().replace('.', '/') + ".java";
    Path source = target(generated).resolve("generated-sources/annotations").resolve(file);
    return Files.exists(source) ? Path.of("").toAbsolutePath().relativize(source).toString() : file;
  }

  /** The directory above that of the class files. */
  private static Path target(Class<?> generated) {
    try {
      Path classes = Path.of(generated.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolveSibling("").toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
