package dev.larder;

import dev.larder.StoreBreaker.Outage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log, and the listeners of all chains that share a store, that an outage has begun and
 * that it has ended. One at a time tells of it.
 */
final class OutageNews {
  private static final Logger LOGGER = LoggerFactory.getLogger(OutageNews.class);

  private final String storeName;
  private final Events events;
  private final List<String> chains = new CopyOnWriteArrayList<>();
  private boolean told;

  OutageNews(String storeName, Events events) {
    this.storeName = storeName;
    this.events = events;
  }

  /** It is news of this chain, too. */
  void of(String chain) {
    if (!chains.contains(chain)) {
      chains.add(chain);
    }
  }

  boolean hasChains() {
    return !chains.isEmpty();
  }

  /** Whether an outage was told of that has not ended. */
  boolean isTold() {
    return told;
  }

  /** Not told of where the first look at the store finds it well again: that is no outage. */
  void begun(Outage outage) {
    if (told) {
      return;
    }
    told = true;
    CacheException cause = outage.cause();
    LOGGER.warn(
        "the store {} does not answer: reads go on without it, evicts are kept until it does",
        storeName,
        cause);
    chains.forEach(chain -> events.tell(new CacheEvent.StoreFailed(chain, storeName, cause)));
  }

  void ended(Outage outage) {
    if (!told) {
      return;
    }
    told = false;
    Duration duration = outage.duration();
    LOGGER.info("the store {} answers again after {}", storeName, duration);
    chains.forEach(chain -> events.tell(new CacheEvent.StoreRecovered(chain, storeName, duration)));
  }
}
