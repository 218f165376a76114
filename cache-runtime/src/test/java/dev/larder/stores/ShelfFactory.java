package dev.larder.stores;

import dev.larder.spi.Store;
import dev.larder.spi.StoreFactory;
import dev.larder.spi.StoreSettings;
import java.util.Map;
import java.util.Set;

/** Opens shelves. */
public final class ShelfFactory implements StoreFactory {
  @Override
  public String type() {
    return "shelf";
  }

  @Override
  public Set<String> settings() {
    return Set.of("url", "host", "port", "password", "timeout", "tls", "servers");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "SHELF_URL", "url",
        "SHELF_HOST", "host",
        "SHELF_PORT", "port",
        "SHELF_PASSWORD", "password");
  }

  @Override
  public Store open(StoreSettings settings) {
    return new ShelfStore(settings);
  }
}
