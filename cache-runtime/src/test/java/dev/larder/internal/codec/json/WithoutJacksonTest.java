package dev.larder.internal.codec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.codec.Model;
import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** What the codec says on a class path on which Jackson is not. */
class WithoutJacksonTest {
  /** Has the classes of this package anew, and none of Jackson. */
  private static final class NoJackson extends URLClassLoader {
    NoJackson(URL classes) {
      super(new URL[] {classes}, WithoutJacksonTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.fasterxml.")) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("dev.larder.internal.codec.json.")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void itNamesWhatIsToBeAdded() throws Exception {
    URL classes = JsonCodec.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader = new NoJackson(classes)) {
      Class<?> type = loader.loadClass(JsonCodec.class.getName());
      assertThat(type).isNotSameAs(JsonCodec.class);
      Codec codec = (Codec) type.getConstructor().newInstance();
      StoredType<String> strings = Model.of(String.class);
      assertThatThrownBy(() -> codec.codecFor(strings))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Jackson is not there; add com.fasterxml.jackson.core:jackson-databind and, of"
                  + " com.fasterxml.jackson.datatype, jackson-datatype-jsr310 and"
                  + " jackson-datatype-jdk8");
    }
  }
}
