package dev.larder.processor.generated;

import com.google.testing.compile.Compilation;
import dev.larder.CacheManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiled classes, loaded. */
final class Loaded extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();
  private final Compilation compilation;

  Loaded(Compilation compilation) {
    super(Loaded.class.getClassLoader());
    this.compilation = compilation;
    compilation.generatedFiles().stream()
        .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
        .forEach(
            file ->
                classes.put(
                    file.getName()
                        .replaceFirst("^/?CLASS_OUTPUT/", "")
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.'),
                    bytes(file)));
  }

  /** The text of a generated class. */
  String source(String type) {
    return compilation
        .generatedSourceFile(type)
        .map(Build::text)
        .orElseThrow(() -> new AssertionError("no source of " + type));
  }

  /** The texts of all generated sources and resources. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    compilation.generatedFiles().stream()
        .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
        .forEach(file -> texts.put(file.getName(), Build.text(file)));
    return texts;
  }

  /** The text of a generated resource. */
  String resource(String path) {
    return compilation
        .generatedFile(StandardLocation.CLASS_OUTPUT, path)
        .map(Build::text)
        .orElseThrow(() -> new AssertionError("no resource " + path));
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    Optional<JavaFileObject> found = compilation.generatedFile(StandardLocation.CLASS_OUTPUT, name);
    if (found.isEmpty()) {
      return Collections.emptyEnumeration();
    }
    Path copy = Files.createTempFile("resource", "");
    copy.toFile().deleteOnExit();
    Files.writeString(copy, Build.text(found.get()));
    return Collections.enumeration(List.of(copy.toUri().toURL()));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /**
   * Runs the static method {@code run(CacheManager)} of a class with a manager as built by default.
   */
  Object run(String type) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try (CacheManager caches = CacheManager.builder().build()) {
      Method run = loadClass(type).getDeclaredMethod("run", CacheManager.class);
      run.setAccessible(true);
      return run.invoke(null, caches);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception thrown ? thrown : e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
