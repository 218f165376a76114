package dev.larder.redis;

import dev.larder.CacheException;
import dev.larder.spi.Announcing;
import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing.CacheStore;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Punctual;
import dev.larder.spi.Scanning;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The entries of one cache. */
final class RedisCache
    implements CacheStore,
        Leasing,
        Expiring,
        Scanning,
        Comparing,
        Bulk,
        Messaging,
        Announcing,
        Punctual {
  /** A longer value goes out by itself. */
  private static final int MOST_BYTES_TOGETHER = 8_192;

  private final Generation generation;
  private final Numbers numbers;
  private final KeyWalk walk;
  private final Reclaimer reclaimer;
  private final UnwantedLeases unwanted;
  private final RedisMessages messages;
  private final Telling telling;
  private final Function<String, Optional<Stored>> reads;
  private final Function<LeaseWish, Answer> leasingReads;
  private final Function<Put, Boolean> puts;
  private final Function<String, Boolean> removes;

  /** Nobody is told of its changes. */
  RedisCache(
      Generation generation,
      Numbers numbers,
      KeyWalk walk,
      Reclaimer reclaimer,
      UnwantedLeases unwanted,
      RedisMessages messages) {
    this(generation, numbers, walk, reclaimer, unwanted, messages, Telling.NOBODY);
  }

  private RedisCache(
      Generation generation,
      Numbers numbers,
      KeyWalk walk,
      Reclaimer reclaimer,
      UnwantedLeases unwanted,
      RedisMessages messages,
      Telling telling) {
    this.generation = generation;
    this.numbers = numbers;
    this.walk = walk;
    this.reclaimer = reclaimer;
    this.unwanted = unwanted;
    this.messages = messages;
    this.telling = telling;
    this.reads = generation.reads(EntryTasks::read, RedisCache::found);
    this.leasingReads = generation.reads(EntryTasks::readOrLease, this::answers);
    this.puts =
        generation.changes(this::putAlone, this::putTask, RedisCache::done, Repeat.UNLESS_DONE);
    this.removes =
        generation.changes(this::removeAlone, this::removeTask, RedisCache::removed, Repeat.ALWAYS);
  }

  @Override
  public CacheStore announcing(String channel, byte[] evicted, byte[] cleared, byte[] released) {
    Announcement words = new Announcement(channel, evicted, cleared, released);
    Telling told = generation.telling(words, messages);
    return new RedisCache(generation, numbers, walk, reclaimer, unwanted, messages, told);
  }

  @Override
  public String name() {
    return RedisFaults.STORE;
  }

  @Override
  public byte @Nullable [] get(String key) {
    Stored stored = read(key);
    return stored == null ? null : stored.value();
  }

  @Override
  public @Nullable Stored read(String key) {
    return reads.apply(key).orElse(null);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    // What cannot be must not keep others from being put with it.
    CacheKeys.requireNoBraces(key);
    Millis.of(timeToLive);
    Put put = new Put(key, value, timeToLive);
    boolean unused = value.length <= MOST_BYTES_TOGETHER ? puts.apply(put) : putAlone(put);
  }

  private boolean putAlone(Put put) {
    putAll(List.of(put));
    return true;
  }

  private static List<Boolean> done(List<Put> puts, Generation.Done done) {
    return Collections.nCopies(puts.size(), true);
  }

  @Override
  public boolean remove(String key) {
    CacheKeys.requireNoBraces(key);
    return removes.apply(key);
  }

  private boolean removeAlone(String key) {
    return removeAll(List.of(key)) > 0;
  }

  private static List<Boolean> removed(List<String> keys, Generation.Done done) {
    return IntStream.rangeClosed(1, keys.size())
        .mapToObj(at -> Frame.isPresent(done.reply(), at))
        .toList();
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    return isDoneAndTold(EntryTasks.touch(key, timeToLive), key);
  }

  @Override
  public boolean removeIf(String key, byte[] expected) {
    return isDoneAndTold(EntryTasks.removeIf(key, expected), key);
  }

  private boolean isDoneAndTold(Generation.Task change, String key) {
    List<String> keys = List.of(key);
    boolean done = isDone(telling.inStep(change, keys));
    if (done) {
      telling.evicted(keys);
    }
    return done;
  }

  private boolean isDone(Generation.Task task) {
    return Frame.flag(generation.run(task).reply());
  }

  @Override
  public Answer readOrLease(String key, Duration leaseTime) {
    byte[] token = numbers.token();
    LeaseWish wish = new LeaseWish(key, token, Millis.text(leaseTime));
    return orGiveBack(key, token, leaseTime, () -> leasingReads.apply(wish));
  }

  @Override
  public Granted lease(String key, Duration leaseTime) {
    byte[] token = numbers.token();
    return granted(key, token, leased(key, token, leaseTime, true), 0);
  }

  @Override
  public Answer tryLease(String key, Duration leaseTime) {
    byte[] token = numbers.token();
    return answer(key, token, leased(key, token, leaseTime, false), 0);
  }

  private Generation.Done leased(String key, byte[] token, Duration time, boolean fromAnother) {
    return orGiveBack(
        key, token, time, () -> generation.run(EntryTasks.lease(key, token, time, fromAnother)));
  }

  /** What nobody waits for any more may still be granted. */
  private <T> T orGiveBack(String key, byte[] token, Duration leaseTime, Supplier<T> wish) {
    try {
      return wish.get();
    } catch (CacheException e) {
      LeaseToken lease = leaseToken(key, token);
      unwanted.giveBack(() -> isDone(EntryTasks.release(lease)), leaseTime);
      throw e;
    }
  }

  private List<Answer> answers(List<LeaseWish> wishes, Generation.Done done) {
    List<Answer> answers = new ArrayList<>(wishes.size());
    for (LeaseWish wish : wishes) {
      answers.add(answer(wish.key(), wish.token(), done, 3 * answers.size()));
    }
    return answers;
  }

  private Answer answer(String key, byte[] token, Generation.Done done, int at) {
    long heldMillis = (Long) done.reply().get(at + 2);
    if (heldMillis < 0) {
      return new Found(Frame.requireStored(done.reply(), at));
    }
    return heldMillis > 0 ? new Held(Duration.ofMillis(heldMillis)) : granted(key, token, done, at);
  }

  private Granted granted(String key, byte[] token, Generation.Done done, int at) {
    return new Granted(
        new RedisLease(generation, done.generation(), leaseToken(key, token)),
        Frame.stored(done.reply(), at));
  }

  private LeaseToken leaseToken(String key, byte[] token) {
    return new LeaseToken(key, token, telling.released(key));
  }

  private static List<Optional<Stored>> found(List<String> keys, Generation.Done done) {
    List<Optional<Stored>> found = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      found.add(Optional.ofNullable(Frame.stored(done.reply(), i, keys.size() + i)));
    }
    return found;
  }

  @Override
  public Map<String, Stored> readAll(Collection<String> keys) {
    Map<String, Stored> found = new HashMap<>();
    for (List<String> some : Parts.of(keys.stream().distinct().toList())) {
      List<List<String>> parts = Parts.of(some, generation.keysOfTask());
      List<Generation.Done> done = generation.runAll(parts.stream().map(EntryTasks::read).toList());
      for (int i = 0; i < parts.size(); i++) {
        collect(parts.get(i), found(parts.get(i), done.get(i)), found);
      }
    }
    return found;
  }

  private static void collect(
      List<String> keys, List<Optional<Stored>> values, Map<String, Stored> found) {
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      values.get(i).ifPresent(stored -> found.put(key, stored));
    }
  }

  @Override
  public void putAll(Collection<Put> puts) {
    for (List<Put> some : Parts.of(List.copyOf(puts))) {
      generation.runAll(
          Parts.of(some, generation.keysOfTask()).stream().map(this::putTask).toList());
      telling.evicted(keys(some));
    }
  }

  private Generation.Task putTask(List<Put> puts) {
    return telling.inStep(EntryTasks.put(puts), keys(puts));
  }

  private static List<String> keys(List<Put> puts) {
    return puts.stream().map(Put::key).toList();
  }

  @Override
  public long removeAll(Collection<String> keys) {
    long removed = 0;
    for (List<String> some : Parts.of(keys.stream().distinct().toList())) {
      List<List<Object>> replies =
          generation.report(
              Parts.of(some, generation.keysOfTask()).stream().map(this::removeTask).toList());
      telling.evicted(some);
      removed += replies.stream().mapToLong(Frame::present).sum();
    }
    return removed;
  }

  private Generation.Task removeTask(List<String> keys) {
    return telling.inStep(EntryTasks.remove(keys), keys);
  }

  @Override
  public void scan(String beginning, Consumer<String> key) {
    walk.present(beginning, generation, key);
  }

  @Override
  public void clear() {
    generation.clear(telling.clearedInStep());
    telling.cleared();
    reclaimer.reclaim(this);
  }

  /** Removes what was cleared but is still there; a part at a time. */
  void removeOutdated(Runnable afterEachPart) {
    walk.removeOutdated(generation, afterEachPart);
  }

  @Override
  public long publish(String channel, byte[] message) {
    return messages.publish(channel, message);
  }

  @Override
  public long lastNumber(String channel) {
    return messages.lastNumber(channel);
  }

  @Override
  public Subscription subscribe(String channel, Listener listener) {
    return messages.subscribe(channel, listener);
  }
}
