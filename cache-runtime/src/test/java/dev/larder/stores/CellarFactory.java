package dev.larder.stores;

import dev.larder.spi.Store;
import dev.larder.spi.StoreFactory;
import dev.larder.spi.StoreSettings;
import java.util.Map;
import java.util.Set;

/** Opens no cellar: that there are two kinds of stores is all that it is for. */
public final class CellarFactory implements StoreFactory {
  @Override
  public String type() {
    return "cellar";
  }

  @Override
  public Set<String> settings() {
    return Set.of("servers", "password");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("CELLAR_SERVERS", "servers");
  }

  @Override
  public Store open(StoreSettings settings) {
    throw new IllegalStateException(
        "no cellar at "
            + settings.list("servers")
            + " for "
            + settings.text("password").orElse(""));
  }
}
