package dev.larder.memcached;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears how connections to one server come and go, and logs each turn once. */
final class ConnectionNews {
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

  /** A connection could not be made. */
  void failed(Throwable cause) {
    firstFailure.complete(null);
    if (isDown.compareAndSet(false, true)) {
      LOG.warn("No connection to Memcached at {}; trying on: {}", address, cause.toString());
    }
  }

  /** A connection has been made. */
  void connected() {
    if (isDown.compareAndSet(true, false)) {
      LOG.info("Connected to Memcached at {}", address);
    }
  }

  /** A connection has been lost. */
  void lost() {
    LOG.debug("Lost a connection to Memcached at {}", address);
  }
}
