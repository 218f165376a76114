package dev.larder;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one cache of which a write was not acknowledged, in two steps. Of the
 * <em>unconfirmed</em> it is not known whether the store did it: they are kept until the store has
 * evicted them. From then on they are <em>untold</em>, as are those whose message alone failed:
 * kept until the other processes have been told. Of too many, the whole cache is.
 *
 * <p>Every time that a key is kept it gets a new stamp, and a delivery takes away only what has
 * still the stamp that it saw: what is kept while it is delivered stays.
 */
final class KeptEvicts implements Backlog {
  private static final Logger LOGGER = LoggerFactory.getLogger(KeptEvicts.class);

  private final Supplier<String> cache;
  private final Delivery delivery;
  private final Events events;
  private final Runnable onUnconfirmed;
  private final Runnable onUntold;
  private final Runnable onMet;
  private final ReentrantLock lock = new ReentrantLock();
  private final KeptKeys unconfirmed = new KeptKeys();
  private final KeptKeys untold = new KeptKeys();
  private long stamps;
  private long deliveredKeys;

  /** Whether something could never be delivered, so that the store's entries count for none. */
  private volatile boolean withoutStore;

  private volatile boolean ended;
  private final AtomicBoolean endTold = new AtomicBoolean();

  /**
   * Of one cache.
   *
   * @param onUnconfirmed is run when the store has something to be given
   * @param onUntold is run when the channel has
   * @param onMet is run when there was something to be given a while ago, and is still
   */
  KeptEvicts(
      Supplier<String> cache,
      Delivery delivery,
      Events events,
      Runnable onUnconfirmed,
      Runnable onUntold,
      Runnable onMet) {
    this.cache = cache;
    this.delivery = delivery;
    this.events = events;
    this.onUnconfirmed = onUnconfirmed;
    this.onUntold = onUntold;
    this.onMet = onMet;
  }

  /** Evicts from the store, and tells the other processes; throws if that is not confirmed. */
  interface Delivery {
    /** These keys, from the store. */
    void evict(List<String> keyTexts);

    /** Every key, from the store. */
    void clear();

    /** Tells that these keys were written. */
    void tellWritten(List<String> keyTexts);

    /** Tells that all were. */
    void tellCleared();
  }

  /** Keeps the evicts of these keys. */
  void keep(Collection<String> keyTexts) {
    if (!keyTexts.isEmpty()) {
      kept(stamp -> unconfirmed.add(keyTexts, stamp), onUnconfirmed);
    }
  }

  /** Keeps the clear of the cache. */
  void keepClear() {
    kept(unconfirmed::addAll, onUnconfirmed);
  }

  /** Keeps the word of writes of these keys, which the store has confirmed. */
  void keepWord(Collection<String> keyTexts) {
    if (!keyTexts.isEmpty()) {
      kept(stamp -> untold.add(keyTexts, stamp), onUntold);
    }
  }

  /** Keeps the word of a clear that the store has confirmed. */
  void keepWordOfClear() {
    kept(untold::addAll, onUntold);
  }

  /** What changed for those who listen. */
  private enum Change {
    NOTHING,
    BEGUN,
    ALL
  }

  private void kept(LongPredicate addition, Runnable onKept) {
    Change change = locked(() -> change(addition));
    if (ended) {
      tellEnded();
      return;
    }
    try {
      if (change != Change.NOTHING) {
        events.tell(new CacheEvent.EvictsKept(cache.get(), change == Change.ALL ? -1 : count()));
      }
    } finally {
      onKept.run();
    }
  }

  private void tellEnded() {
    if (endTold.compareAndSet(false, true)) {
      LOGGER.warn(
          "an evict of {} has failed after its cache manager was closed: neither it nor any after"
              + " it is tried again",
          cache.get());
    }
  }

  /** From now on nothing is delivered. */
  void end() {
    ended = true;
  }

  /** Whether what has just been kept will never be delivered. */
  boolean isEnded() {
    return ended;
  }

  /** Somebody has met what is kept: it is to be delivered, if nobody is about to. */
  void goOn() {
    if (!isEmpty()) {
      onMet.run();
    }
  }

  private Change change(LongPredicate addition) {
    boolean begun = isEmpty();
    boolean all = withoutStore || unconfirmed.isAll() || untold.isAll();
    if (addition.test(++stamps)) {
      return all ? Change.NOTHING : Change.ALL;
    }
    return begun && !withoutStore ? Change.BEGUN : Change.NOTHING;
  }

  @Override
  public boolean isEmpty() {
    return unconfirmed.isEmpty() && untold.isEmpty();
  }

  /**
   * Whether the store has confirmed all; what it never will is looked at last, as it comes first.
   */
  boolean isConfirmed() {
    return unconfirmed.isEmpty() && !withoutStore;
  }

  /** Whether the key's entry in the store may be outdated. */
  boolean holds(String keyText) {
    return unconfirmed.holds(keyText) || withoutStore;
  }

  /** How many wait, for whatever; a clear is one, and so is what waits in vain. */
  long count() {
    return unconfirmed.count() + untold.countBeside(unconfirmed) + (withoutStore ? 1 : 0);
  }

  /** Both steps, where one store takes part in both. */
  @Override
  public void deliver() {
    try {
      evict();
    } finally {
      tell();
    }
  }

  /** What the store takes part in. */
  Backlog evicts() {
    return step("", unconfirmed, this::evict);
  }

  /** What the channel takes part in. */
  Backlog words() {
    return step("word of ", untold, this::tell);
  }

  private Backlog step(String what, KeptKeys waiting, Runnable delivered) {
    return new Backlog() {
      @Override
      public boolean isEmpty() {
        return waiting.isEmpty();
      }

      @Override
      public void deliver() {
        delivered.run();
      }

      @Override
      public String toString() {
        return waiting.isAll()
            ? what + "a clear of " + cache.get()
            : what + waiting.count() + " evicts of " + cache.get();
      }
    };
  }

  private void evict() {
    try {
      deliver(unconfirmed, delivery::clear, delivery::evict, this::goWithoutStore, this::confirmed);
    } finally {
      if (!untold.isEmpty()) {
        onUntold.run();
      }
    }
  }

  /** Untold before it is confirmed to all who ask: at no moment is it neither. */
  private long confirmed(KeptKeys.Batch batch) {
    long stamp = ++stamps;
    if (batch.all() != 0) {
      untold.addAll(stamp);
    } else {
      untold.add(batch.texts(), stamp);
    }
    unconfirmed.remove(batch);
    return 0;
  }

  private void tell() {
    deliver(untold, delivery::tellCleared, delivery::tellWritten, this::leaveUntold, this::told);
  }

  /** Gives how many have been delivered since nothing was kept, if that is so again, and else 0. */
  private long told(KeptKeys.Batch batch) {
    untold.remove(batch);
    boolean all = batch.all() != 0 || deliveredKeys < 0;
    deliveredKeys = all ? -1 : deliveredKeys + batch.keys().size();
    long ended = isEmpty() && !withoutStore ? deliveredKeys : 0;
    deliveredKeys = isEmpty() ? 0 : deliveredKeys;
    return ended;
  }

  /** How a step ends for a batch, under the lock. */
  private interface End {
    long of(KeptKeys.Batch batch);
  }

  private void deliver(
      KeptKeys waiting,
      Runnable all,
      Consumer<List<String>> some,
      Consumer<CacheException> never,
      End end) {
    long last = locked(() -> stamps);
    for (KeptKeys.Batch batch = next(waiting, last);
        !batch.isEmpty();
        batch = next(waiting, last)) {
      KeptKeys.Batch done = batch;
      attempt(() -> give(done, all, some), never);
      long ended = locked(() -> end.of(done));
      if (ended != 0) {
        events.tell(new CacheEvent.EvictsDelivered(cache.get(), ended));
      }
    }
  }

  private KeptKeys.Batch next(KeptKeys waiting, long last) {
    return locked(() -> waiting.next(last));
  }

  private static void give(KeptKeys.Batch batch, Runnable all, Consumer<List<String>> some) {
    if (batch.all() != 0) {
      all.run();
    } else {
      some.accept(batch.texts());
    }
  }

  /** What can never be done is given up; all else that fails is tried again. */
  private static void attempt(Runnable step, Consumer<CacheException> never) {
    try {
      step.run();
    } catch (CacheException e) {
      if (e.isRetryable()) {
        throw e;
      }
      never.accept(e);
    }
  }

  /** Before it counts as confirmed: at no moment are the store's entries taken for good. */
  private void goWithoutStore(CacheException fault) {
    if (!withoutStore) {
      String kept = toString();
      withoutStore = true;
      LOGGER.error(
          "{} cannot be delivered: the cache goes without its store, which may hold old values,"
              + " until its manager is closed",
          kept,
          fault);
    }
  }

  private void leaveUntold(CacheException fault) {
    LOGGER.warn("{} cannot be told, so that other processes may hold old values", this, fault);
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    boolean all = unconfirmed.isAll() || untold.isAll();
    return all ? "a clear of " + cache.get() : count() + " evicts of " + cache.get();
  }
}
