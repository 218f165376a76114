package dev.larder.memcached;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks configuration endpoints, over and over, which servers there are. */
final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  /** Until the first answer has come. */
  private static final Duration IMPATIENT = Duration.ofSeconds(1);

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** So often in a row nothing but an older list must be told before that is taken. */
  private static final int DOUBTS = 3;

  private final List<ConfigEndpoint> endpoints;
  private final Duration interval;
  private final Servers servers;
  private final Background background;
  private final Predicate<Node> clearing;

  /** What is on these is not to be trusted, and they did not answer to be told so. */
  private final Set<Node> uncleared = new HashSet<>();

  private @Nullable ClusterList known;

  /** Of the versions that were taken. */
  private int highest = -1;

  private int doubts;
  private boolean isUnheard;

  private Discovery(
      List<ConfigEndpoint> endpoints,
      Duration interval,
      Servers servers,
      Background background,
      Predicate<Node> clearing) {
    this.endpoints = endpoints;
    this.interval = interval;
    this.servers = servers;
    this.background = background;
    this.clearing = clearing;
  }

  /**
   * One that is to be started.
   *
   * @param clearing ends all entries on a server; false if that was not to be done
   */
  static Discovery of(
      MemcachedOptions options,
      Duration interval,
      Connector connector,
      Servers servers,
      Background background,
      Predicate<Node> clearing) {
    List<ConfigEndpoint> endpoints =
        options.servers.stream()
            .map(address -> new ConfigEndpoint(address, TIMEOUT, connector.encryption()))
            .toList();
    return new Discovery(endpoints, interval, servers, background, clearing);
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
    uncleared.removeIf(clearing);
    ClusterList older = null;
    for (ConfigEndpoint endpoint : endpoints) {
      ClusterList list = listOf(endpoint);
      if (list != null && !isOlder(list)) {
        heard(list);
        return;
      }
      if (list != null && (older == null || list.version() > older.version())) {
        older = list;
      }
    }
    if (older != null) {
      doubt(older);
    }
  }

  private @Nullable ClusterList listOf(ConfigEndpoint endpoint) {
    try {
      ClusterList list = endpoint.ask();
      isUnheard = false;
      return list;
    } catch (IOException e) {
      warn(endpoint, e);
      return null;
    }
  }

  /** Also one of the same version, if it has other servers. */
  private boolean isOlder(ClusterList list) {
    return known != null && !list.equals(known) && list.version() <= known.version();
  }

  private void warn(ConfigEndpoint endpoint, IOException e) {
    if (!isUnheard) {
      LOG.warn("No list of servers from {}; asking again: {}", endpoint, e.toString());
      isUnheard = true;
    }
  }

  private void heard(ClusterList list) {
    doubts = 0;
    if (!list.equals(known)) {
      take(list);
    }
  }

  /** An endpoint may be late, or its cluster have been made anew, whose versions begin again. */
  private void doubt(ClusterList older) {
    doubts++;
    if (doubts == 1) {
      LOG.warn("The list of Memcached's servers has gone back to version {}", older.version());
    }
    if (doubts == DOUBTS) {
      doubts = 0;
      take(older);
    }
  }

  private void take(ClusterList list) {
    List<Node> nodes = servers.connect(list.servers());
    uncleared.retainAll(nodes);
    if (list.version() <= highest) {
      // What is there may have been written under another list of the same version.
      uncleared.addAll(nodes);
    }
    uncleared.removeIf(clearing);
    servers.use(list.version(), list.servers());
    known = list;
    highest = Math.max(highest, list.version());
  }
}
