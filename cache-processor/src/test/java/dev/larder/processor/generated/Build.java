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
  private final List<Processor> behind = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));

  /** Of one source. */
  static Build of(String... lines) {
    return new Build().and(lines);
  }

  /** With another source. */
  Build and(String... lines) {
    split(String.join("\n", lines)).forEach(text -> sources.add(source(text)));
    return this;
  }

  /** One text for each type, as javac wants it, all with the same package and imports. */
  private static List<String> split(String text) {
    StringBuilder head = new StringBuilder();
    List<String> types = new ArrayList<>();
    StringBuilder type = new StringBuilder();
    for (String line : text.split("\n")) {
      if (types.isEmpty() && type.isEmpty() && line.matches("(package|import) .*|")) {
        head.append(line).append('\n');
        continue;
      }
      type.append(line).append('\n');
      if (line.equals("}") || line.matches("[@a-z].*\\}")) {
        types.add(head + type.toString());
        type.setLength(0);
      }
    }
    return types.isEmpty() ? List.of(text) : types;
  }

  /** With another processor beside Larder's. */
  Build with(Processor other) {
    others.add(other);
    return this;
  }

  /** With another processor, which javac runs when Larder's have run. */
  Build behind(Processor other) {
    behind.add(other);
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
    processors.addAll(behind);
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

  /** Compiles, loads and runs the class {@code Main}. */
  Object run() throws Exception {
    boolean isUnnamed = sources.stream().noneMatch(one -> one.getName().contains("/acme/"));
    return run(isUnnamed ? "Main" : "com.acme.Main");
  }

  /** Compiles, loads and runs a class. */
  Object run(String type) throws Exception {
    return load().run(type);
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
            .orElse(text.startsWith("module") ? "module-info" : "package-info");
    String pack =
        Stream.of(text.split("\n"))
            .filter(line -> line.startsWith("package "))
            .findFirst()
            .map(line -> line.substring(8, line.indexOf(';')) + ".")
            .orElse("");
    return JavaFileObjects.forSourceString(pack + name, text);
  }
}
