package dev.larder.processor.generated;

import com.google.testing.compile.Compilation;
import dev.larder.CacheManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaFileObject;

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

  /** What was compiled, and what of it was generated. */
  Compilation compilation() {
    return compilation;
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
    try (CacheManager caches = CacheManager.builder().build()) {
      Method run = loadClass(type).getDeclaredMethod("run", CacheManager.class);
      run.setAccessible(true);
      return run.invoke(null, caches);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception thrown ? thrown : e;
    }
  }

  /** Makes an object by the one constructor that takes as many arguments. */
  Object make(String type, Object... arguments) throws Exception {
    var constructor =
        Arrays.stream(loadClass(type).getDeclaredConstructors())
            .filter(one -> one.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    constructor.setAccessible(true);
    return Objects.requireNonNull(constructor.newInstance(arguments));
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
