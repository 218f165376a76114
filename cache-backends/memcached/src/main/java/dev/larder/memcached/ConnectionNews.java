package dev.larder.memcached;

import com.spotify.folsom.guava.HostAndPort;
import com.spotify.folsom.reconnect.AbstractReconnectionListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears how connections to one server come and go, and logs each turn once. */
final class ConnectionNews extends AbstractReconnectionListener {
  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  private final ServerAddress address;
  private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();
  private final AtomicBoolean isDown = new AtomicBoolean();

  ConnectionNews(ServerAddress address) {
    this.address = address;
  }

  /** Done when a connection could not be made. */
  CompletableFuture<Void> firstFailure() {
    return firstFailure;
  }

  @Override
  public void connectionFailure(Throwable cause) {
    firstFailure.complete(null);
    if (isDown.compareAndSet(false, true)) {
      LOG.warn("No connection to Memcached at {}; trying on: {}", address, cause.toString());
    }
  }

  @Override
  public void reconnectionSuccessful(HostAndPort server, int attempt, boolean willStay) {
    if (isDown.compareAndSet(true, false)) {
      LOG.info("Connected to Memcached at {}", address);
    }
  }

  @Override
  public void connectionLost(@Nullable Throwable cause, HostAndPort server) {
    LOG.debug("Lost a connection to Memcached at {}", address);
  }
}
