package dev.larder;

import dev.larder.StoreBreaker.Outage;
import dev.larder.internal.clock.Clock;
import dev.larder.spi.Deadline;
import dev.larder.spi.Messaging;
import dev.larder.spi.Punctual;
import dev.larder.spi.RefusedException;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before one store, for all chains that share it: nobody waits for it longer than he may, or
 * asks it while it is down. What it is to evict when it answers again is kept here.
 */
final class StoreGuard {
  private static final Logger LOGGER = LoggerFactory.getLogger(StoreGuard.class);

  private final String storeName;
  private final Runnable ping;
  private final Runnable probe;
  private final @Nullable DetachedCalls detached;
  private final Events events;
  private final StoreBreaker breaker;
  private final FaultLog faults;
  private final Recovery recovery = new Recovery(new Care());
  private final OutageNews news;
  private final Map<String, KeptEvicts> kept = new ConcurrentHashMap<>();
  private final Backlogs backlogs;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean undelivered = new AtomicBoolean();
  private volatile TimeBudgets budgets = TimeBudgets.USUAL;
  private volatile @Nullable Thread closing;
  private volatile boolean ended;

  /** Threads that walk for the one that sees to the store. */
  private final Set<Thread> deputies = ConcurrentHashMap.newKeySet();

  /**
   * The guard of a store.
   *
   * @param isPunctual whether its calls end by themselves when their time is over
   * @param ping returns if all of it answers
   * @param probe returns if any of it answers
   * @param clock by which its faults belong together
   */
  StoreGuard(
      String storeName,
      boolean isPunctual,
      Runnable ping,
      Runnable probe,
      Clock clock,
      Events events) {
    this.storeName = storeName;
    this.ping = ping;
    this.probe = probe;
    this.detached = isPunctual ? null : new DetachedCalls(storeName);
    this.events = events;
    this.breaker = new StoreBreaker(storeName);
    this.faults = new FaultLog(storeName, clock);
    this.news = new OutageNews(storeName, events);
    this.backlogs = new Backlogs(storeName);
  }

  /** The guard of a store. */
  static StoreGuard of(Store store, Clock clock, Events events) {
    return new StoreGuard(
        store.name(), store instanceof Punctual, store::ping, store::probe, clock, events);
  }

  /** The guard of what carries messages and is no store. */
  static StoreGuard ofChannel(Messaging carrier, Clock clock, Events events) {
    Runnable look = () -> carrier.lastNumber("~ping");
    return new StoreGuard("channel", carrier instanceof Punctual, look, look, clock, events);
  }

  /** The guard of what is in the heap, and never fails. */
  static StoreGuard ofHeap(Clock clock) {
    return new StoreGuard("heap", true, () -> {}, () -> {}, clock, new Events(List.of()));
  }

  /** The store is one of this chain, too. */
  synchronized void join(String chain, TimeBudgets its) {
    budgets = news.hasChains() ? budgets.orLonger(its) : its;
    news.of(chain);
  }

  String storeName() {
    return storeName;
  }

  /**
   * What the store answers before the {@link Deadline}; throws what it throws, and a fault of its
   * own at once where the store is down.
   *
   * @param late takes the answer that comes after it
   */
  <T extends @Nullable Object> T ask(Supplier<T> question, Consumer<? super T> late) {
    requireAsked();
    try {
      T answer = detached == null ? question.get() : detached.call(question, late);
      succeeded();
      return answer;
    } catch (Throwable e) {
      failed(e);
      throw e;
    }
  }

  /**
   * Goes through many keys, which takes its time; throws where nothing comes for a while, and what
   * is thrown for a key.
   */
  void walk(Consumer<Consumer<String>> walk, Consumer<String> each, Duration longestPause) {
    requireAsked();
    Steps steps = new Steps(seesToIt() ? stepsToSeeToIt(each) : each);
    try {
      walk(walk, steps, longestPause);
      succeeded();
    } catch (Throwable e) {
      if (!steps.thrown) {
        failed(e);
      }
      throw e;
    }
  }

  private void walk(Consumer<Consumer<String>> walk, Steps steps, Duration longestPause) {
    if (detached == null) {
      walk.accept(steps);
    } else {
      detached.walk(walk, steps, longestPause);
    }
  }

  /** What a walk has come to; read by others than the thread that walks. */
  private static final class Steps implements Consumer<String> {
    private final Consumer<String> each;

    /** Whether it was not the walk that failed, but what was done for a key. */
    private volatile boolean thrown;

    Steps(Consumer<String> each) {
      this.each = each;
    }

    @Override
    public void accept(String key) {
      boolean done = false;
      try {
        each.accept(key);
        done = true;
      } finally {
        thrown = !done;
      }
    }
  }

  private Consumer<String> stepsToSeeToIt(Consumer<String> each) {
    boolean endsWithTheGuard = recovery.isMine();
    return key -> {
      if (endsWithTheGuard && closed.get()) {
        throw new CancellationException("whoever closes the manager sees to the store now");
      }
      seeToIt(each, key);
    };
  }

  /** A walk may be on a thread of its own: it asks for whom the walk is. */
  private void seeToIt(Consumer<String> each, String key) {
    Thread walking = Thread.currentThread();
    boolean added = deputies.add(walking);
    try {
      each.accept(key);
    } finally {
      if (added) {
        deputies.remove(walking);
      }
    }
  }

  /** Throws at once where the store is down. */
  void requireAsked() {
    Outage outage = breaker.outage();
    if (outage != null && !seesToIt()) {
      recovery.goOn();
      throw outage.refusal();
    }
  }

  private boolean seesToIt() {
    Thread current = Thread.currentThread();
    return recovery.isMine() || current == closing || deputies.contains(current);
  }

  private void succeeded() {
    breaker.succeeded();
    if (breaker.outage() == null) {
      faults.succeeded();
    }
  }

  private void failed(Throwable fault) {
    if (isOfTheStore(fault)) {
      faults.failed(fault);
      if (breaker.failed(fault)) {
        recovery.begin();
      }
    }
  }

  /** Not what the caller is to blame for, nor what a store says that is well. */
  private static boolean isOfTheStore(Throwable fault) {
    if (fault instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
      return false;
    }
    return fault instanceof CacheException known
        ? known.isRetryable()
        : !(fault instanceof RefusedException || fault instanceof VirtualMachineError);
  }

  /** Asks all of it for a sign of life. */
  void ping() {
    ask(() -> ran(ping), late -> {});
  }

  private static boolean ran(Runnable command) {
    command.run();
    return true;
  }

  /**
   * The evicts of a cache that the store has yet to confirm, and those that the other processes
   * have yet to be told of.
   *
   * @param channel stands before what carries the messages: this one, if the store does
   */
  KeptEvicts kept(String chain, KeySpace keys, KeptEvicts.Delivery delivery, StoreGuard channel) {
    KeptEvicts evicts =
        kept.computeIfAbsent(
            chain + " " + keys.withoutParts(), key -> newKept(keys, delivery, channel));
    if (ended) {
      evicts.end();
    }
    return evicts;
  }

  private KeptEvicts newKept(KeySpace keys, KeptEvicts.Delivery delivery, StoreGuard channel) {
    KeptEvicts evicts =
        new KeptEvicts(
            keys::label,
            delivery,
            events,
            recovery::begin,
            channel.recovery::begin,
            () -> goOn(channel));
    if (channel == this) {
      backlogs.add(evicts);
    } else {
      backlogs.add(evicts.evicts());
      channel.backlogs.add(evicts.words());
    }
    return evicts;
  }

  /** Where no thread was to be had when something was kept, one is asked for again. */
  private void goOn(StoreGuard channel) {
    recovery.goOn();
    channel.recovery.goOn();
  }

  /** What the background does for the store. */
  private final class Care implements Recovery.Care {
    /** A store that answers, but takes no evicts, is asked again after so many tries. */
    private static final int MOST_DELIVERIES = 3;

    private int deliveries;

    @Override
    public boolean isNeeded() {
      return breaker.outage() != null || !backlogs.isEmpty();
    }

    @Override
    public boolean take() {
      Outage outage = breaker.outage();
      return outage == null ? backlogs.deliver() : end(outage);
    }

    private boolean end(Outage outage) {
      CacheException fault = fault();
      boolean answers = fault == null;
      if (!answers || (!backlogs.deliver() && ++deliveries < MOST_DELIVERIES)) {
        news.begun(outage);
        return false;
      }
      if (news.isTold()) {
        // Before anybody asks again: who is answered would take them for faults of single calls.
        faults.forget();
      }
      breaker.close();
      news.ended(outage);
      deliveries = 0;
      return true;
    }

    private @Nullable CacheException fault() {
      return new StoreFaults(StoreGuard.this, new StatsCounters(), budgets.read())
          .of(() -> ask(() -> ran(probe), late -> {}));
    }
  }

  /** Sees to the store no more, and delivers what is kept: at each call what has come till then. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      recovery.close(Duration.ofNanos(Deadline.nanosLeft(Long.MAX_VALUE)));
    }
    closing = Thread.currentThread();
    try {
      backlogs.deliver();
    } finally {
      closing = null;
    }
  }

  /** Says what could not be delivered, once; what is kept later says so for itself. */
  void tellUndelivered() {
    ended = true;
    kept.values().forEach(KeptEvicts::end);
    if (!backlogs.isEmpty() && undelivered.compareAndSet(false, true)) {
      LOGGER.warn(
          "the store {} has not confirmed evicts, and is not asked any more: {}",
          storeName,
          backlogs);
    }
  }
}
