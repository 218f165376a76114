package dev.larder.redis;

import dev.larder.CacheConfigurationException;
import dev.larder.spi.StoreSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads options out of settings, and names the setting that a refused value came from. */
final class SettingsReader {
  private final StoreSettings settings;
  private final RedisOptionsBuilder options = RedisOptions.builder();

  SettingsReader(StoreSettings settings) {
    this.settings = settings;
  }

  RedisOptions options() {
    settings.text("mode").ifPresent(mode -> options.mode(mode(mode)));
    addServers();
    addLogin();
    addTrust();
    addLimits();
    return of("mode", options::build);
  }

  private RedisMode mode(String text) {
    return Arrays.stream(RedisMode.values())
        .filter(mode -> word(mode).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                settings.refuse(
                    "mode",
                    "it must be one of "
                        + Arrays.stream(RedisMode.values())
                            .map(SettingsReader::word)
                            .collect(Collectors.joining(", "))));
  }

  private static String word(RedisMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /** A URL wins over its parts. */
  private void addServers() {
    List<String> urls = settings.list("url");
    if (!urls.isEmpty()) {
      in("url", () -> urls.forEach(options::url));
      return;
    }
    List<String> nodes = settings.list("nodes");
    if (!nodes.isEmpty()) {
      in("nodes", () -> nodes.forEach(node -> options.url(scheme() + node)));
      return;
    }
    String host = settings.text("host").orElse("localhost");
    int port = settings.integer("port").orElse(6379);
    in("host", () -> options.url(scheme() + host + ":" + port));
  }

  private String scheme() {
    return settings.flag("tls").orElse(false) ? "rediss://" : "redis://";
  }

  private void addLogin() {
    boolean inUrl = !settings.list("url").isEmpty();
    settings
        .text("master-name")
        .ifPresent(name -> in("master-name", () -> options.masterName(name)));
    settings.text("sentinel-password").ifPresent(this::addSentinelLogin);
    if (inUrl) {
      return;
    }
    settings.text("username").ifPresent(name -> in("username", () -> options.username(name)));
    settings.text("password").ifPresent(secret -> in("password", () -> options.password(secret)));
    settings
        .integer("database")
        .ifPresent(number -> in("database", () -> options.database(number)));
  }

  private void addSentinelLogin(String secret) {
    options.sentinelLogin(settings.text("sentinel-username").orElse(null), secret);
  }

  private void addTrust() {
    settings
        .text("trust-store")
        .ifPresent(
            file ->
                in(
                    "trust-store",
                    () ->
                        options.trustStore(
                            Path.of(file), settings.text("trust-store-password").orElse(null))));
  }

  private void addLimits() {
    settings.integer("pool-size").ifPresent(size -> in("pool-size", () -> options.poolSize(size)));
    settings.integer("retries").ifPresent(times -> in("retries", () -> options.retries(times)));
    settings
        .duration("connect-timeout")
        .ifPresent(time -> in("connect-timeout", () -> options.connectTimeout(time)));
    settings
        .duration("command-timeout")
        .ifPresent(time -> in("command-timeout", () -> options.commandTimeout(time)));
    settings
        .duration("ping-interval")
        .ifPresent(time -> in("ping-interval", () -> options.pingInterval(time)));
  }

  private void in(String setting, Runnable step) {
    of(
        setting,
        () -> {
          step.run();
          return options;
        });
  }

  private <T> T of(String setting, java.util.function.Supplier<T> step) {
    try {
      return step.get();
    } catch (CacheConfigurationException e) {
      throw settings.refuse(setting, Objects.requireNonNull(e.getMessage()));
    }
  }
}
