package dev.larder.spi;

import java.util.Map;
import java.util.Set;

/**
 * Opens stores as configuration describes them. Found by {@link java.util.ServiceLoader}, so that a
 * chain that names the {@link #type} among its tiers gets such a store.
 */
public interface StoreFactory {
  /**
   * What configuration calls the tier, and the group of its settings: with {@code redis}, the keys
   * {@code larder.chains.<chain>.redis.*} of a chain whose {@code tiers} are {@code local,redis}.
   * Small letters, digits and hyphens.
   */
  String type();

  /** The names of its settings, such as {@code url} or {@code connect-timeout}; no others are. */
  Set<String> settings();

  /**
   * The environment's variables that stand for settings of the chain named as the {@link #type}:
   * {@code REDIS_URL} for {@code url}. Where one is set, there is such a chain. A variable that
   * ends in {@code _KEY_PREFIX} is not for the store.
   */
  default Map<String, String> environment() {
    return Map.of();
  }

  /**
   * A store of these settings. It need not be reachable yet: the application starts without it.
   *
   * @throws RuntimeException if the settings do not go together, best by {@link
   *     StoreSettings#refuse}
   */
  Store open(StoreSettings settings);
}
