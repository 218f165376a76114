package dev.larder.redis;

import dev.larder.CacheConfigurationException;
import dev.larder.spi.StoreSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads options out of settings, and names the setting that a refused value came from. */
final class SettingsReader {
  private final StoreSettings settings;
  private final RedisOptionsBuilder options = RedisOptions.builder();
  private String addressed = "url";

  SettingsReader(StoreSettings settings) {
    this.settings = settings;
  }

  RedisOptions options() {
    settings.text("mode").ifPresent(mode -> options.mode(mode(mode)));
    addServers();
    addLogin();
    addTrust();
    addLimits();
    in(options.username == null ? addressed : "username", () -> RedisLogin.of(options));
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

  /** A URL wins over its parts, unless they are stated above it. */
  private void addServers() {
    List<String> urls = settings.list("url");
    List<String> nodes = settings.list("nodes");
    if (!urls.isEmpty() && !outranksUrl("nodes") && !outranksUrl("host")) {
      List<RedisUrl> parsed = of("url", () -> urls.stream().map(RedisUrl::parse).toList());
      parsed.forEach(url -> options.server(told(url)));
    } else if (!nodes.isEmpty() && !settings.outranks("host", "nodes")) {
      addressed = "nodes";
      in("nodes", () -> nodes.forEach(node -> options.url(scheme() + node)));
    } else {
      addressed = "host";
      String host = settings.text("host").orElse("localhost");
      int port = port();
      in("host", () -> options.url(scheme() + host + ":" + port));
    }
  }

  private int port() {
    int port = settings.integer("port").orElse(6379);
    if (port < 1 || port > 65_535) {
      throw settings.refuse("port", "it must be between 1 and 65535");
    }
    return port;
  }

  /** What is stated above it holds: the login is read later, where no URL tells it. */
  private RedisUrl told(RedisUrl url) {
    return new RedisUrl(
        outranksUrl("tls") ? isTls() : url.tls(),
        url.host(),
        outranksUrl("port") ? port() : url.port(),
        outranksUrl("username") ? null : url.username(),
        outranksUrl("password") ? null : url.password(),
        outranksUrl("database") ? null : url.database());
  }

  private boolean outranksUrl(String setting) {
    return settings.outranks(setting, "url");
  }

  private String scheme() {
    return isTls() ? "rediss://" : "redis://";
  }

  private boolean isTls() {
    return settings.flag("tls").orElse(false);
  }

  private void addLogin() {
    settings.text("username").filter(name -> isOpen(RedisUrl::username)).ifPresent(this::username);
    settings
        .text("password")
        .filter(secret -> isOpen(RedisUrl::password))
        .ifPresent(this::password);
    if (isOpen(RedisUrl::database)) {
      settings
          .integer("database")
          .ifPresent(number -> in("database", () -> options.database(number)));
    }
    settings
        .text("master-name")
        .ifPresent(name -> in("master-name", () -> options.masterName(name)));
    settings.text("sentinel-password").ifPresent(this::addSentinelLogin);
  }

  /** Whether no URL has told it. */
  private boolean isOpen(Function<RedisUrl, @Nullable Object> told) {
    return options.servers.stream().allMatch(server -> told.apply(server) == null);
  }

  private void username(String name) {
    in("username", () -> options.username(name));
  }

  private void password(String secret) {
    in("password", () -> options.password(secret));
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

  private <T> T of(String setting, Supplier<T> step) {
    try {
      return step.get();
    } catch (CacheConfigurationException e) {
      throw settings.refuse(setting, Objects.requireNonNull(e.getMessage()));
    }
  }
}
