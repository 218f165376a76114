package dev.larder.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.processor.LarderModelProcessor;
import dev.larder.processor.LarderProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {
  private static final String USERS =
      """
      package com.acme;
      import dev.larder.annotation.*;
      public interface Users { @Cached(name = "u") int find(int id); }
      """;
  private static final String PROVIDES =
      "provides dev.larder.DecoratorFactory with com.acme.CachedUsers.Factory;";

  @TempDir Path directory;

  @Test
  void moduleIsToldWhatToProvide() throws IOException {
    assertThat(compile("exports com.acme;"))
        .singleElement()
        .asString()
        .contains("[ProvidesMissing]")
        .contains(PROVIDES);
  }

  @Test
  void moduleThatProvidesIsToldNothing() throws IOException {
    assertThat(compile("exports com.acme; " + PROVIDES)).isEmpty();
    assertThat(source()).contains("@SuppressWarnings(\"exports\")\n");
  }

  private String source() throws IOException {
    return Files.readString(directory.resolve("com/acme/CachedUsers.java"));
  }

  private List<Diagnostic<?>> compile(String directives) throws IOException {
    String module =
        "module com.acme { requires static transitive dev.larder.annotation;"
            + " requires dev.larder.runtime; "
            + directives
            + " }";
    Path users = Files.writeString(directory.resolve("Users.java"), USERS);
    Path info = Files.writeString(directory.resolve("module-info.java"), module);
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(told, null, null)) {
      List<String> options =
          List.of("-Xlint:all", "-Werror", "--module-path", path(), "-d", directory.toString());
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, told, options, null, files.getJavaFileObjects(users, info));
      task.setProcessors(List.of(new LarderProcessor(), new LarderModelProcessor()));
      task.call();
    }
    return List.copyOf(told.getDiagnostics());
  }

  /** Larder, and the libraries that it brings. */
  private static String path() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                Stream.of(
                        "cache-annotations",
                        "cache-runtime",
                        "jspecify",
                        "caffeine",
                        "slf4j",
                        "kryo",
                        "minlog",
                        "reflectasm",
                        "objenesis")
                    .anyMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
