package dev.larder.processor;

import dev.larder.processor.model.ServiceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The files that are written for one type, which is their one origin. */
final class OutputFiles {
  private final Filer filer;
  private final ServiceModel service;

  OutputFiles(Filer filer, ServiceModel service) {
    this.filer = filer;
    this.service = service;
  }

  /** Writes the generated class. */
  void writeSource(String text) {
    writeSource(service.generatedName(), text);
  }

  /** Writes the class that says how values are written. */
  void writeValues(String text) {
    writeSource(service.valuesName(), text);
  }

  private void writeSource(String simpleName, String text) {
    String home = service.packageName().isEmpty() ? "" : service.packageName() + ".";
    write(() -> filer.createSourceFile(home + simpleName, service.element()), text);
  }

  /** Writes what the class uses, for the build plugins. */
  void writeReport(String text) {
    String path = "META-INF/larder/" + service.element().getQualifiedName() + ".json";
    write(
        () -> filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, service.element()),
        text);
  }

  /** Makes a file. */
  private interface Opening {
    FileObject open() throws IOException;
  }

  private static void write(Opening opening, String text) {
    try (Writer out = opening.open().openWriter()) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
