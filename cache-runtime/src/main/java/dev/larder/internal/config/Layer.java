package dev.larder.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stated at one level of configuration, each key once.
 *
 * <p>The keys are held flat, each as one element of a path: nested, {@code compression} could not
 * be a value beside {@code compression.threshold}.
 *
 * @param config the values by their keys, each with its origin
 */
record Layer(Config config) {
  /** The layer of these settings. */
  static Layer of(List<Stated> stated) {
    Map<String, Stated> byKey = new LinkedHashMap<>();
    for (Stated each : stated) {
      Stated other = byKey.putIfAbsent(each.key(), each);
      if (other != null) {
        throw new RefusedSetting(
            each.key() + " is stated twice: " + other.where() + ", and " + each.where());
      }
    }
    Map<String, ConfigValue> values = new LinkedHashMap<>();
    byKey.forEach((key, each) -> values.put(path(key), value(each)));
    return new Layer(ConfigFactory.parseMap(values));
  }

  /** Blanks around a value are not seen by who writes it; in a password they may be meant. */
  private static ConfigValue value(Stated stated) {
    String value = Secrets.isSecret(stated.key()) ? stated.value() : stated.value().strip();
    return ConfigValueFactory.fromAnyRef(value, stated.where());
  }

  /** The path of a key. */
  static String path(String key) {
    return ConfigUtil.joinPath(key);
  }

  /** Values may be passwords. */
  @Override
  public String toString() {
    return config.root().keySet().toString();
  }
}
