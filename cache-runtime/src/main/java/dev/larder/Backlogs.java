package dev.larder;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What several caches have yet to deliver to one store. */
final class Backlogs {
  private static final Logger LOGGER = LoggerFactory.getLogger(Backlogs.class);

  private final String storeName;
  private final List<Backlog> all = new CopyOnWriteArrayList<>();

  Backlogs(String storeName) {
    this.storeName = storeName;
  }

  void add(Backlog backlog) {
    all.add(backlog);
  }

  boolean isEmpty() {
    return all.stream().allMatch(Backlog::isEmpty);
  }

  /** Gives whether all that was kept has been delivered; one cache's fault keeps no other's. */
  boolean deliver() {
    boolean delivered = true;
    for (Backlog each : all) {
      delivered &= each.isEmpty() || delivered(each);
    }
    return delivered;
  }

  private boolean delivered(Backlog backlog) {
    try {
      backlog.deliver();
      return true;
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      LOGGER.debug("{} could not be delivered to the store {} yet", backlog, storeName, e);
      return false;
    }
  }

  /** Those that are not empty. */
  @Override
  public String toString() {
    return all.stream().filter(each -> !each.isEmpty()).toList().toString();
  }
}
