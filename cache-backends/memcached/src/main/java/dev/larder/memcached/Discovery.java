package dev.larder.memcached;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks configuration endpoints, over and over, which servers there are. */
final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  /** Until the first answer has come. */
  private static final Duration IMPATIENT = Duration.ofSeconds(1);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final List<ConfigEndpoint> endpoints;
  private final Duration interval;
  private final Servers servers;
  private final Background background;
  private @Nullable ClusterList known;
  private boolean isUnheard;

  private Discovery(
      List<ConfigEndpoint> endpoints, Duration interval, Servers servers, Background background) {
    this.endpoints = endpoints;
    this.interval = interval;
    this.servers = servers;
    this.background = background;
  }

  static Discovery of(
      MemcachedOptions options,
      Duration interval,
      Connector connector,
      Servers servers,
      Background background) {
    List<ConfigEndpoint> endpoints =
        options.servers.stream()
            .map(address -> new ConfigEndpoint(address, TIMEOUT, connector.encryption()))
            .toList();
    return new Discovery(endpoints, interval, servers, background);
  }

  /** Asks now, and then in the background. */
  void start() {
    ask();
    later();
  }

  private void later() {
    boolean isNew = known == null && interval.compareTo(IMPATIENT) > 0;
    long millis = (isNew ? IMPATIENT : interval).toMillis();
    background.later(millis, this::askAgain);
  }

  private void askAgain() {
    try {
      ask();
    } finally {
      later();
    }
  }

  private void ask() {
    for (ConfigEndpoint endpoint : endpoints) {
      try {
        heard(endpoint.ask());
        return;
      } catch (IOException e) {
        warn(endpoint, e);
      }
    }
  }

  private void warn(ConfigEndpoint endpoint, IOException e) {
    if (!isUnheard) {
      LOG.warn("No list of servers from {}; asking again: {}", endpoint, e.toString());
      isUnheard = true;
    }
  }

  private void heard(ClusterList list) {
    isUnheard = false;
    if (!list.equals(known)) {
      servers.use(list.version(), list.servers());
      known = list;
    }
  }
}
