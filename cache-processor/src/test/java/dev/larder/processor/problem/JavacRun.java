package dev.larder.processor.problem;

import dev.larder.processor.LarderModelProcessor;
import dev.larder.processor.LarderProcessor;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Javac, run on sources in a directory; modules too, which compile-testing cannot. */
record JavacRun(Map<String, String> sources, Path directory) {

  /** What is said under the processors, in the form of {@link ProblemCase#expected}. */
  List<String> told(List<String> options) throws IOException {
    return told(options, List.of(new LarderProcessor(), new LarderModelProcessor()));
  }

  /** What is said under these processors. The classes are in {@code classes}. */
  List<String> told(List<String> options, List<Processor> processors) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    all.add("-d");
    all.add(Files.createDirectories(directory.resolve("classes")).toString());
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              Writer.nullWriter(),
              files,
              diagnostics,
              all,
              null,
              files.getJavaFileObjectsFromPaths(write()));
      task.setProcessors(processors);
      task.call();
    }
    return diagnostics.getDiagnostics().stream()
        // Javac has notes of its own, about unchecked operations and the like.
        .filter(said -> said.getKind() != Diagnostic.Kind.NOTE || isOurs(said))
        .map(JavacRun::describe)
        .toList();
  }

  private List<Path> write() throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = directory.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      written.add(Files.writeString(file, source.getValue()));
    }
    return written;
  }

  private static boolean isOurs(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT).startsWith("[");
  }

  private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    String file =
        diagnostic.getSource() == null
            ? ""
            : Path.of(diagnostic.getSource().getName()).getFileName().toString();
    return String.format(
        "%s:%d:%d %s %s",
        file,
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getKind().toString().toLowerCase(Locale.ROOT),
        diagnostic.getMessage(Locale.ROOT));
  }
}
