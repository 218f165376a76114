package dev.larder.internal.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Variables that name a server, while the module is not there whose store would use it. */
public final class UnheededVariables {
  private static final Map<String, String> MODULES =
      Map.of(
          "REDIS_URL", "cache-redis",
          "REDIS_HOST", "cache-redis",
          "MEMCACHED_SERVERS", "cache-memcached");

  private UnheededVariables() {}

  /** A sentence for each. */
  public static List<String> told(Map<String, String> environment, Collection<StoreKind> stores) {
    return new TreeMap<>(MODULES)
        .entrySet().stream()
            .filter(each -> Variables.states(each.getKey(), environment.get(each.getKey())))
            .filter(each -> stores.stream().noneMatch(store -> heeds(store, each.getKey())))
            .map(each -> told(each.getKey(), each.getValue()))
            .toList();
  }

  private static boolean heeds(StoreKind store, String variable) {
    return store.environment().containsKey(variable);
  }

  /** Without its value, which may have a password in it. */
  private static String told(String variable, String module) {
    return variable + " is set, and nothing uses it: " + module + " is not on the class path";
  }
}
