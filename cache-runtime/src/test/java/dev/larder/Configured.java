package dev.larder;

import dev.larder.internal.config.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Files and variables of a test's own. */
final class Configured {
  private final Path directory;
  private final Path classPath;
  private final Map<String, String> environment = new HashMap<>();

  /** Nothing yet, in an empty directory. */
  Configured(Path directory) {
    this.directory = directory;
    this.classPath = directory.resolve("classes");
  }

  /** With a file in the working directory. */
  Configured file(String name, String... lines) {
    return write(directory.resolve(name), lines);
  }

  /** With lines of {@code larder.properties}. */
  Configured properties(String... lines) {
    return file("larder.properties", lines);
  }

  /** With a file at the root of the class path. */
  Configured resource(String name, String... lines) {
    return write(classPath.resolve(name), lines);
  }

  private Configured write(Path file, String... lines) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a variable. */
  Configured variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** What is to be loaded. */
  Sources sources() {
    return new Sources(null, directory, classLoader(), environment);
  }

  private ClassLoader classLoader() {
    try {
      URL root = classPath.toUri().toURL();
      // A directory's URL ends in a slash, which a path that does not exist yet has not.
      URL[] roots = {new URL(root + (root.toString().endsWith("/") ? "" : "/"))};
      return new URLClassLoader(roots, Configured.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A builder of it. */
  CacheManagerBuilder builder() {
    return CacheManager.configured(sources());
  }

  /** A manager of it. */
  CacheManager load() {
    return builder().build();
  }
}
