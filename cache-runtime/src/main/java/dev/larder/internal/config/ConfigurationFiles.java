package dev.larder.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the files of configuration and reads them. */
final class ConfigurationFiles {
  private static final List<String> NAMES =
      List.of("larder.properties", "larder.yaml", "larder.yml");

  private final Sources sources;
  private final KnownKeys keys;

  ConfigurationFiles(Sources sources, KnownKeys keys) {
    this.sources = sources;
    this.keys = keys;
  }

  /** What the files state, the layer that stands above the others first. */
  List<Layer> layers() {
    Path file = sources.file();
    if (file != null) {
      return List.of(layer(read(file)));
    }
    return List.of(layer(ofDirectory()), layer(ofClassPath()));
  }

  private Layer layer(List<Stated> stated) {
    stated.forEach(keys::requireKnown);
    return Layer.of(stated);
  }

  private List<Stated> ofDirectory() {
    List<Stated> stated = new ArrayList<>();
    for (String name : NAMES) {
      Path file = sources.directory().resolve(name);
      if (Files.exists(file)) {
        stated.addAll(read(file));
      }
    }
    return stated;
  }

  private static List<Stated> read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new RefusedSetting("the file " + file + " is not text in UTF-8");
    } catch (IOException e) {
      String because = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new RefusedSetting(
          "the file of configuration " + file.toAbsolutePath() + " " + because);
    }
  }

  private List<Stated> ofClassPath() {
    List<Stated> stated = new ArrayList<>();
    for (String name : NAMES) {
      URL found = resource(name);
      if (found != null) {
        stated.addAll(read(name, found));
      }
    }
    return stated;
  }

  private @Nullable URL resource(String name) {
    ClassLoader loader = sources.classPath();
    return loader == null ? ClassLoader.getSystemResource(name) : loader.getResource(name);
  }

  private static List<Stated> read(String name, URL found) {
    try (InputStream in = found.openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(name + " of the class path", text);
    } catch (IOException e) {
      throw new RefusedSetting(found + " cannot be read");
    }
  }

  private static List<Stated> parse(String name, String text) {
    if (name.contains(".properties")) {
      return PropertiesFile.read(name, text);
    }
    try {
      return YamlFile.read(name, text);
    } catch (NoClassDefFoundError e) {
      throw new RefusedSetting(
          name
              + " is YAML, which is read by org.snakeyaml:snakeyaml-engine; add that (on the module"
              + " path with --add-modules org.snakeyaml.engine.v2), or write larder.properties");
    }
  }
}
