package dev.larder.integration;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A published module of this repository: its sources, its compiled classes, its jar. */
enum PublishedModule {
  ANNOTATIONS("cache-annotations"),
  RUNTIME("cache-runtime"),
  PROCESSOR("cache-processor"),
  TESTKIT("cache-testkit"),
  REDIS("cache-backends/redis", "cache-redis"),
  MEMCACHED("cache-backends/memcached", "cache-memcached");

  private final String folder;
  private final String artifact;

  PublishedModule(String artifact) {
    this(artifact, artifact);
  }

  PublishedModule(String folder, String artifact) {
    this.folder = folder;
    this.artifact = artifact;
  }

  /** The classes as compiled, before anything is relocated. */
  JavaClasses classes() {
    return new ClassFileImporter().importPath(compiled());
  }

  /** The full names of the top-level classes that the sources declare, one a file. */
  Set<String> sources() {
    Path sources = folder().resolve("src/main/java");
    return files(sources, ".java", path -> !path.endsWith("module-info.java"))
        .map(path -> sources.relativize(path).toString())
        .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
        .filter(name -> !name.endsWith(".package-info"))
        .collect(Collectors.toSet());
  }

  /** The full names of the top-level classes that were compiled. */
  Set<String> compiledClasses() {
    return classes().stream()
        .filter(
            type -> !type.getName().contains("$") && !type.getSimpleName().equals("package-info"))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }

  /** The class files that hold such a text; names in literals are dotted, names in code slashed. */
  List<String> classFilesHolding(Pattern text) {
    return files(compiled(), ".class", path -> text.matcher(content(path)).find())
        .map(path -> path.getFileName().toString())
        .toList();
  }

  /** The jar as users get it. */
  Path jar() {
    String name = artifact + "-" + System.getProperty("larder.version") + ".jar";
    return folder().resolve("target").resolve(name);
  }

  private Path compiled() {
    return folder().resolve("target/classes");
  }

  private Path folder() {
    return Repository.ROOT.resolve(folder);
  }

  private static Stream<Path> files(Path root, String ending, Predicate<Path> wanted) {
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(path -> path.toString().endsWith(ending))
          .filter(wanted)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
