package dev.larder.internal.config;

import java.util.Map;
import java.util.Set;

/**
 * A kind of store that chains can have, as its factory declares it.
 *
 * @param type the name of its tier, and of its settings' group
 * @param settings the names of its settings
 * @param environment the variables that stand for settings of the chain of its name
 */
public record StoreKind(String type, Set<String> settings, Map<String, String> environment) {
  /** With copies. */
  public StoreKind {
    settings = Set.copyOf(settings);
    environment = Map.copyOf(environment);
  }
}
