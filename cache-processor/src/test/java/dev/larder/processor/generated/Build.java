package dev.larder.processor.generated;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.larder.processor.LarderModelProcessor;
import dev.larder.processor.LarderProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** A user's sources, compiled under the strictest flags with the processors. */
final class Build {
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<Processor> others = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));

  /** Of one source. */
  static Build of(String... lines) {
    return new Build().and(lines);
  }

  /** With another source. */
  Build and(String... lines) {
    sources.add(source(String.join("\n", lines)));
    return this;
  }

  /** With another processor beside Larder's. */
  Build with(Processor other) {
    others.add(other);
    return this;
  }

  /** With more options. */
  Build with(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Compiles, whatever comes of it. */
  Compilation compile() {
    List<Processor> processors = new ArrayList<>(others);
    processors.add(new LarderProcessor());
    processors.add(new LarderModelProcessor());
    return Compiler.javac().withOptions(options).withProcessors(processors).compile(sources);
  }

  /** Compiles without a warning, and loads what was compiled. */
  Loaded load() {
    Compilation compilation = compile();
    assertThat(compilation.diagnostics().stream().map(Object::toString).collect(toImmutableList()))
        .as("what javac says of\n" + generated(compilation))
        .isEmpty();
    return new Loaded(compilation);
  }

  private static String generated(Compilation compilation) {
    if (compilation.status() == Compilation.Status.FAILURE) {
      return "(nothing)";
    }
    return compilation.generatedSourceFiles().stream().map(Build::text).collect(joining("\n"));
  }

  /** The text of a file. */
  static String text(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject source(String text) {
    String name =
        Stream.of(text.split("\n"))
            .filter(line -> line.matches("(public )?.*\\b(interface|class|record|enum) \\w+.*"))
            .findFirst()
            .map(line -> line.replaceAll(".*?\\b(?:@?interface|class|record|enum) (\\w+).*", "$1"))
            .orElse(text.startsWith("module") ? "module-info" : "Source");
    String pack =
        Stream.of(text.split("\n"))
            .filter(line -> line.startsWith("package "))
            .findFirst()
            .map(line -> line.substring(8, line.indexOf(';')) + ".")
            .orElse("");
    return JavaFileObjects.forSourceString(pack + name, text);
  }
}
