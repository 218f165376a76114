package dev.larder.memcached;

import dev.larder.CacheConfigurationException;
import dev.larder.memcached.MemcachedOptions.Tls;
import dev.larder.spi.Store;
import dev.larder.spi.StoreFactory;
import dev.larder.spi.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Opens a {@link MemcachedStore} as configuration describes it. */
public final class MemcachedStoreFactory implements StoreFactory {
  private static final String SERVERS = "servers";
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";
  private static final String PROTOCOL = "protocol";
  private static final String ENCRYPTED = "tls";
  private static final String TRUST_STORE = "trust-store";
  private static final String TRUST_STORE_PASSWORD = "trust-store-password";
  private static final String VERIFY_HOST_NAME = "verify-host-name";
  private static final String POOL_SIZE = "pool-size";
  private static final String TIMEOUT = "timeout";
  private static final String RETRIES = "retries";
  private static final String RETRY_DELAY = "retry-delay";
  private static final String DISCOVERY = "discovery";
  private static final String DISCOVERY_INTERVAL = "discovery-interval";

  /** Made by {@link java.util.ServiceLoader}. */
  public MemcachedStoreFactory() {}

  @Override
  public String type() {
    return MemcachedStore.NAME;
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        SERVERS,
        USERNAME,
        PASSWORD,
        PROTOCOL,
        ENCRYPTED,
        TRUST_STORE,
        TRUST_STORE_PASSWORD,
        VERIFY_HOST_NAME,
        POOL_SIZE,
        TIMEOUT,
        RETRIES,
        RETRY_DELAY,
        DISCOVERY,
        DISCOVERY_INTERVAL);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("MEMCACHED_SERVERS", SERVERS);
  }

  @Override
  public Store open(StoreSettings settings) {
    return MemcachedStore.connect(options(settings));
  }

  static MemcachedOptions options(StoreSettings settings) {
    MemcachedOptionsBuilder options = MemcachedOptions.builder();
    servers(settings, options);
    credentials(settings, options);
    tls(settings, options);
    settings
        .integer(POOL_SIZE)
        .ifPresent(size -> set(settings, POOL_SIZE, () -> options.poolSize(size)));
    take(settings, TIMEOUT, settings.duration(TIMEOUT), options::timeout);
    settings
        .integer(RETRIES)
        .ifPresent(retries -> set(settings, RETRIES, () -> options.retries(retries)));
    take(settings, RETRY_DELAY, settings.duration(RETRY_DELAY), options::retryDelay);
    discovery(settings, options);
    return options.build();
  }

  private static void servers(StoreSettings settings, MemcachedOptionsBuilder options) {
    List<String> servers = settings.list(SERVERS);
    if (!servers.isEmpty()) {
      set(settings, SERVERS, () -> options.servers(servers));
    }
  }

  private static void credentials(StoreSettings settings, MemcachedOptionsBuilder options) {
    Optional<String> username = settings.text(USERNAME);
    Optional<String> password = settings.text(PASSWORD);
    if (username.isPresent() && password.isEmpty()) {
      throw settings.refuse(USERNAME, "there is no password for it");
    }
    if (password.isPresent() && username.isEmpty()) {
      throw settings.refuse(PASSWORD, "there is no username for it");
    }
    username.ifPresent(
        name -> set(settings, USERNAME, () -> options.credentials(name, password.orElseThrow())));
    settings.text(PROTOCOL).ifPresent(name -> options.protocol(protocol(settings, name)));
  }

  private static MemcachedProtocol protocol(StoreSettings settings, String name) {
    for (MemcachedProtocol protocol : MemcachedProtocol.values()) {
      if (protocol.name().toLowerCase(Locale.ROOT).equals(name)) {
        return protocol;
      }
    }
    throw settings.refuse(PROTOCOL, "it is ascii or binary");
  }

  private static void tls(StoreSettings settings, MemcachedOptionsBuilder options) {
    boolean isEncrypted = settings.flag(ENCRYPTED).orElse(false);
    Optional<String> trustStore = settings.text(TRUST_STORE);
    if (trustStore.isPresent() && settings.flag(ENCRYPTED).isPresent() && !isEncrypted) {
      throw settings.refuse(TRUST_STORE, "without TLS nothing is trusted");
    }
    if (trustStore.isPresent()) {
      Path file = Path.of(trustStore.get());
      String password = settings.text(TRUST_STORE_PASSWORD).orElse(null);
      set(settings, TRUST_STORE, () -> Encryption.of(new Tls(file, password, true)));
      options.tls(file, password);
    } else if (isEncrypted) {
      options.tls();
    }
    settings.flag(VERIFY_HOST_NAME).ifPresent(options::verifyHostName);
  }

  private static void discovery(StoreSettings settings, MemcachedOptionsBuilder options) {
    boolean discovers = settings.flag(DISCOVERY).orElse(false);
    if (!discovers && settings.duration(DISCOVERY_INTERVAL).isPresent()) {
      throw settings.refuse(DISCOVERY_INTERVAL, "discovery is not true");
    }
    if (discovers) {
      options.discovery();
      take(settings, DISCOVERY_INTERVAL, settings.duration(DISCOVERY_INTERVAL), options::discovery);
    }
  }

  private static <T> void take(
      StoreSettings settings, String setting, Optional<T> value, Consumer<T> target) {
    value.ifPresent(given -> set(settings, setting, () -> target.accept(given)));
  }

  /** What the builder refuses is told with the key under which it was stated. */
  private static void set(StoreSettings settings, String setting, Runnable target) {
    try {
      target.run();
    } catch (CacheConfigurationException e) {
      throw settings.refuse(setting, String.valueOf(e.getMessage()));
    }
  }
}
