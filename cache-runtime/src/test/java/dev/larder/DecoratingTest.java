package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decorators are found among the factories of an application, whatever else stands there. */
class DecoratingTest {
  @TempDir Path classPath;
  private final CacheManager caches = CacheManager.builder().build();
  private Application application;

  /** What is decorated. */
  public interface Greeter {}

  /** Its factory, whose decorator is the delegate itself. */
  public static final class GreeterFactory implements DecoratorFactory<Greeter> {
    @Override
    public Class<Greeter> type() {
      return Greeter.class;
    }

    @Override
    public Greeter decorate(CacheManager caches, Greeter delegate) {
      return delegate;
    }
  }

  /** A factory that cannot be made. */
  public static final class BrokenFactory implements DecoratorFactory<Runnable> {
    /** Never ends well. */
    public BrokenFactory() {
      throw new IllegalStateException("broken");
    }

    @Override
    public Class<Runnable> type() {
      return Runnable.class;
    }

    @Override
    public Runnable decorate(CacheManager caches, Runnable delegate) {
      return delegate;
    }
  }

  /** Loads this test's nested classes itself, as an application of its own would. */
  private static final class Application extends URLClassLoader {
    Application(Path classPath) throws IOException {
      super(new URL[] {classPath.toUri().toURL()}, DecoratingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null || !name.startsWith(DecoratingTest.class.getName() + "$")) {
        return known != null ? known : super.loadClass(name, resolve);
      }
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = DecoratingTest.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    application = new Application(classPath);
  }

  @AfterEach
  void close() throws IOException {
    application.close();
    caches.close();
  }

  private void provided(String... factories) throws IOException {
    Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
    Files.write(services.resolve(DecoratorFactory.class.getName()), java.util.List.of(factories));
  }

  private Class<?> greeter() throws ClassNotFoundException {
    return application.loadClass(Greeter.class.getName());
  }

  private <T> boolean decorates(Class<T> type) {
    T delegate =
        type.cast(
            Proxy.newProxyInstance(
                application, new Class<?>[] {type}, (proxy, method, arguments) -> null));
    return caches.decorate(type, delegate) == delegate;
  }

  @Test
  void factoriesThatCannotBeMadeDoNotHideTheOthers() throws Exception {
    provided("missing.Factory", BrokenFactory.class.getName(), GreeterFactory.class.getName());
    assertThat(decorates(greeter())).isTrue();
  }

  @Test
  void whereNoneFitsTheBrokenOnesAreNamed() throws Exception {
    provided("missing.Factory", BrokenFactory.class.getName());
    Class<?> type = greeter();
    assertThatThrownBy(() -> decorates(type))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageStartingWith("no decorator of " + Greeter.class.getName() + " was found")
        .hasMessageContainingAll("missing.Factory", BrokenFactory.class.getName());
  }

  @Test
  void aTypeWithoutADecoratorIsRefused() throws Exception {
    provided();
    Class<?> type = greeter();
    assertThatThrownBy(() -> decorates(type))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageStartingWith("no decorator of " + Greeter.class.getName() + " was found");
  }
}
