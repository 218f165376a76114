package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import dev.larder.stores.ShelfStore;
import dev.larder.stores.TextCodec;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores, codecs and libraries that the class path has, has twice, or lacks. */
class ProvidedTest {
  private static final String FACTORIES = "META-INF/services/dev.larder.spi.StoreFactory";
  private static final String CODECS = "META-INF/services/dev.larder.spi.Codec";

  @TempDir private Path directory;
  private Configured given;

  @BeforeEach
  void begin() {
    given =
        new Configured(directory)
            .properties(
                "larder.chains.far.tiers=shelf",
                "larder.chains.far.codec=text",
                "larder.chains.far.shelf.host=attic");
  }

  @Test
  void aProviderThatCannotBeMadeDoesNotHideTheOthers() {
    given.resource(FACTORIES, "com.acme.Missing").resource(CODECS, "com.acme.MissingToo");
    try (CacheManager caches = given.load()) {
      caches.cache(CacheSpec.of("far", "users"));
      assertThat(ShelfStore.OPEN).hasSize(1);
    }
  }

  @Test
  void theProviderThatCannotBeMadeIsNamedWhereANameIsMissing() {
    given.resource(CODECS, "com.acme.MissingToo").variable("LARDER_CHAINS_FAR_CODEC", "pickle");
    assertThatThrownBy(given::load)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageStartingWith(
            "larder.chains.far.codec is \"pickle\" (the variable LARDER_CHAINS_FAR_CODEC), which is"
                + " refused: there is no codec of that name, but ")
        .hasMessageContaining("; not usable: ")
        .hasMessageContaining("com.acme.MissingToo");
  }

  @Test
  void aKindOfStoreThatCannotBeMadeIsNamedWhereItsTierIsMissing() {
    given.resource(FACTORIES, "com.acme.Missing").variable("LARDER_CHAINS_FAR_TIERS", "local,far");
    assertThatThrownBy(given::load)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("there is no tier far but local, cellar, shelf; not usable: ")
        .hasMessageContaining("com.acme.Missing");
  }

  @Test
  void twoOfOneNameAreRefused() {
    given.resource(CODECS, OtherText.class.getName());
    assertThatThrownBy(given::load)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage(
            "two of the codecs that were found have the name text: dev.larder.stores.TextCodec and"
                + " dev.larder.ProvidedTest$OtherText; leave one of them out");
  }

  /** Another one of the name. */
  public static final class OtherText implements Codec {
    /** For the loader of services. */
    public OtherText() {}

    @Override
    public String name() {
      return "text";
    }

    @Override
    public <V> ValueCodec<V> codecFor(StoredType<V> type) {
      return new TextCodec().codecFor(type);
    }
  }

  @Test
  void whatWasOpenedIsClosedWhenSomethingElseCannotBe() {
    given.file(
        "larder.yaml", "larder.chains.unlit: {tiers: cellar, codec: text, cellar: {servers: a}}");
    assertThatThrownBy(given::load)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageStartingWith("the store cellar of the chain unlit cannot be opened: ")
        .hasRootCauseMessage("no cellar at [a] for ");
    assertThat(ShelfStore.OPEN).isEmpty();
  }

  @Test
  void withoutItsLibraryYamlIsRefusedAndPropertiesAreRead() throws Exception {
    URL[] withoutYaml =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains("snakeyaml"))
            .map(ProvidedTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader =
        new URLClassLoader(withoutYaml, ClassLoader.getPlatformClassLoader())) {
      given.file("a.properties", "larder.version=2").file("a.yaml", "larder.version: 2");
      assertThat(configured(loader, "a.properties")).isEqualTo("configured");
      assertThat(configured(loader, "a.yaml"))
          .endsWith(
              "a.yaml is YAML, which is read by org.snakeyaml:snakeyaml-engine; add that (on the module"
                  + " path with --add-modules org.snakeyaml.engine.v2), or write larder.properties");
    }
  }

  private String configured(ClassLoader loader, String file) throws Exception {
    Class<?> manager = loader.loadClass(CacheManager.class.getName());
    try {
      manager.getMethod("configured", Path.class).invoke(null, directory.resolve(file));
      return "configured";
    } catch (InvocationTargetException e) {
      return e.getCause().getMessage();
    }
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
